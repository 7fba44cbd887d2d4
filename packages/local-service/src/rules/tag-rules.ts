/** What holds for tags beyond their alphabet, which has no room for the reserved prefix `aws:`. */
import type { Value } from '../model/shapes.ts';
import { type Field, ServiceError } from '../service-error.ts';

/** The problems in `tags`. That a key may not stand twice is an estimate. */
export function tagProblems(tags: Value<'TagsList'>, path: string): readonly Field[] {
  const keys = new Set<string>();
  return tags.flatMap(({ Key, Value }, index) => {
    const fields: Field[] = [];
    const at = `${path}[${index}]`;
    if (Key === undefined) fields.push({ Name: `${at}.Key`, Message: 'is required' });
    else if (keys.has(Key)) fields.push({ Name: `${at}.Key`, Message: 'stands twice' });
    else keys.add(Key);
    if (Value === undefined) fields.push({ Name: `${at}.Value`, Message: 'is required' });
    return fields;
  });
}

const MOST_TAGS = 50;

/** Throws where a resource would bear more tags than it may. The codes are estimates. */
export function checkTagCount(count: number, arn: string): void {
  if (count <= MOST_TAGS) return;
  throw new ServiceError(
    'ServiceQuotaExceededException',
    `A resource bears at most ${MOST_TAGS} tags`,
    { ResourceId: arn, QuotaCode: 'TagsPerResource', ServiceCode: 'ssm-contacts' },
  );
}
