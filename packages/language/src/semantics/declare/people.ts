/** The people of a rotation or an override. */
import { finding } from '../../diagnostics/finding.ts';
import type * as ast from '../../syntax/ast.ts';
import { at, checkName, type Local } from './local.ts';

/** Limit of the service. */
const mostMembers = 30;

export function checkPeople(local: Local, refs: readonly ast.Ref[]): void {
  for (const ref of refs) checkName(local, 'person', ref);
  const extra = refs[mostMembers];
  if (extra === undefined || local.damaged) return;
  local.findings.push(finding('too-many-members', at(local, extra), { count: refs.length }));
}
