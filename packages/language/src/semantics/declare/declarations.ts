/** Checks within projects, templates, plans, schedules, externs and tests. */
import { finding } from '../../diagnostics/finding.ts';
import type * as ast from '../../syntax/ast.ts';
import { accountProblem, arnProblem, regionProblem } from '../../values/value-problems.ts';
import { checkAlias, checkLabel, checkTag, onceBy } from './headings.ts';
import { at, checkComplete, checkName, checkOnce, type Local, wordOf } from './local.ts';
import { checkStage } from './stages.ts';
import { checkDateTime, checkZone } from './times.ts';

/** Limit of the service (user guide). */
const mostRotations = 8;

export function checkProject(local: Local, project: ast.ProjectDeclaration): void {
  if (project.name !== undefined) checkName(local, 'project', project.name);
  checkOnce(local, 'a project', project.items, onceBy);
  for (const item of project.items) {
    if (item.kind === 'tag') checkTag(local, item);
    else if (item.kind !== 'lint' && item.value?.kind === 'string') {
      const text = item.value.value;
      const code = item.kind === 'account' ? accountProblem(text) : regionProblem(text);
      if (code !== undefined) {
        const parameters = { subject: 'This' };
        local.findings.push(finding(code as 'invalid-account', at(local, item.value), parameters));
      }
    }
  }
}

export function checkTemplate(local: Local, template: ast.TemplateDeclaration): void {
  for (const stage of template.items) checkStage(local, 'person', stage);
}

export function checkPlan(local: Local, plan: ast.PlanDeclaration): void {
  checkLabel(local, 'contact', plan.label);
  checkOnce(local, 'a plan', plan.items, onceBy);
  for (const item of plan.items) {
    if (item.kind === 'stage') checkStage(local, 'plan', item);
    else if (item.kind === 'alias') checkAlias(local, item);
    else checkTag(local, item);
  }
}

export function checkSchedule(local: Local, schedule: ast.ScheduleDeclaration): void {
  checkLabel(local, 'contact', schedule.label);
  checkOnce(local, 'a schedule', schedule.items, onceBy);
  const rotations = schedule.items.filter((item) => item.kind === 'rotation-reference');
  if (schedule.name !== undefined) {
    checkComplete(local, `Schedule ${schedule.name.text}`, schedule.name, [
      rotations.length === 0 && 'a rotation',
    ]);
  }
  for (const item of schedule.items) {
    if (item.kind === 'alias') checkAlias(local, item);
    else if (item.kind === 'tag') checkTag(local, item);
    else if (item.ref !== undefined) checkName(local, 'rotation', item.ref);
  }
  const extra = rotations[mostRotations];
  if (extra !== undefined) {
    const parameters = { count: rotations.length };
    local.findings.push(finding('too-many-rotations', at(local, extra), parameters));
  }
}

export function checkExtern(local: Local, { arn }: ast.ExternDeclaration): void {
  if (arn?.kind !== 'string') return;
  const code = arnProblem(arn.value);
  if (code === undefined) return;
  local.findings.push(finding(code as 'invalid-arn', at(local, arn), { subject: 'This' }));
}

export function checkTest(local: Local, test: ast.TestDeclaration): void {
  checkOnce(local, 'a test', test.items, onceBy);
  const has = (kind: ast.TestEntry['kind']): boolean =>
    test.items.some((item) => item.kind === kind);
  if (test.title !== undefined) {
    checkComplete(local, 'This test', test.title, [
      !has('page') && 'page',
      !has('expect') && 'an expectation',
    ]);
  }
  checkPageFirst(local, test);
  for (const item of test.items) {
    if (item.ref !== undefined) checkName(local, 'person', item.ref);
    if (item.kind === 'page') checkDateTime(local, checkZone(local, item.zone), item.at);
  }
}

/** A test reads as a story: the page, and then what comes of it. */
function checkPageFirst(local: Local, { items }: ast.TestDeclaration): void {
  const [first] = items;
  if (first === undefined || first.kind === 'page') return;
  if (!items.some(({ kind }) => kind === 'page')) return;
  const parameters = { found: first.kind, expected: 'page', nearest: undefined };
  local.findings.push(finding('unexpected-token', wordOf(local, first), parameters));
}
