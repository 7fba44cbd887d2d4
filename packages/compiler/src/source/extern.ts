import { quote } from '@oncall/language';
import { kindOfType } from '../difference/words.ts';
import { comment, type Line } from './line.ts';
import type { Names } from './names.ts';
import type { Selection } from './selection.ts';

/** A contact that something written here names, and that is not written here. */
export interface Extern {
  readonly name: string;
  readonly arn: string;
  /** Why it is not written: `gone`: it exists no more. */
  readonly why: 'gone' | 'elsewhere' | 'of another project' | 'not managed';
  readonly lines: readonly Line[];
}

export function externKey(arn: string): string {
  return `extern ${arn}`;
}

export function writeExtern(
  arn: string,
  { contacts, others }: Selection,
  names: Names,
  here: { readonly account: string; readonly region: string },
): Extern {
  const name = names.of.get(arn) ?? '';
  const owner = externKey(arn);
  const extern = (why: Extern['why'], remark: string): Extern => ({
    name,
    arn,
    why,
    lines: [...comment(owner, remark), { owner, text: `extern contact ${name} ${quote(arn)}` }],
  });
  const [, , , region, account] = arn.split(':');
  if (region !== here.region || account !== here.account) {
    return extern('elsewhere', `Lives in account ${account}, ${region}.`);
  }
  const other = others.find((each) => each.arn === arn);
  if (other !== undefined) {
    return extern('of another project', `Belongs to the project ${other.project}.`);
  }
  const refused = contacts.find((each) => each.arn === arn);
  if (refused === undefined) return extern('gone', 'Exists no more in the account.');
  return extern('not managed', `Not managed: see ${kindOfType[refused.type]}s.oncall.`);
}
