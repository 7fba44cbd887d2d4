/** Operations on tags, which contacts of all types and rotations bear, and nothing else. */
import type { Context } from '../context.ts';
import type { Input, Output, Value } from '../model/shapes.ts';
import { findContact, findRotation } from '../resources.ts';
import { checkTagCount, tagProblems } from '../rules/tag-rules.ts';
import { invalidArn, refuse } from '../service-error.ts';
import type { Database } from '../store/database.ts';

export function tagResource(context: Context, input: Input<'TagResource'>): Output<'TagResource'> {
  checkTaggable(context, input.ResourceARN);
  refuse(tagProblems(input.Tags, 'Tags'));
  addTags(context.database, input.ResourceARN, input.Tags);
  return {};
}

/** A key that the resource does not bear is no error. */
export function untagResource(
  context: Context,
  input: Input<'UntagResource'>,
): Output<'UntagResource'> {
  checkTaggable(context, input.ResourceARN);
  for (const key of input.TagKeys) {
    context.database.run(
      'DELETE FROM tag WHERE resource_arn = ? AND key = ?',
      input.ResourceARN,
      key,
    );
  }
  return {};
}

export function listTagsForResource(
  context: Context,
  input: Input<'ListTagsForResource'>,
): Output<'ListTagsForResource'> {
  checkTaggable(context, input.ResourceARN);
  return {
    Tags: context.database.all<Value<'Tag'>>(
      'SELECT key AS "Key", value AS "Value" FROM tag WHERE resource_arn = ? ORDER BY key',
      input.ResourceARN,
    ),
  };
}

/** Sets the tags, those of the same key anew. Throws where the resource would bear too many. */
export function addTags(database: Database, arn: string, tags: Value<'TagsList'>): void {
  for (const { Key, Value } of tags) {
    database.run(
      'INSERT OR REPLACE INTO tag (resource_arn, key, value) VALUES (?, ?, ?)',
      arn,
      Key ?? '',
      Value ?? '',
    );
  }
  const count = database.get<{ count: number }>(
    'SELECT count(*) AS count FROM tag WHERE resource_arn = ?',
    arn,
  );
  checkTagCount(count?.count ?? 0, arn);
}

/** For a resource that goes. */
export function removeTags(database: Database, arn: string): void {
  database.run('DELETE FROM tag WHERE resource_arn = ?', arn);
}

function checkTaggable(context: Context, arn: string): void {
  const kind = /^arn:[^:]*:ssm-contacts:[^:]*:[^:]*:(contact|rotation)\//.exec(arn)?.[1];
  if (kind === 'contact') findContact(context, arn);
  else if (kind === 'rotation') findRotation(context, arn, 'ResourceARN');
  else throw invalidArn('ResourceARN', arn);
}
