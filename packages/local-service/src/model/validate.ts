/** Holds a request against the model and names every violation by its path. */
import type { Field } from '../service-error.ts';
import type { Shape } from './shape.ts';
import { type ShapeName, shapes } from './shapes.ts';

const table: Readonly<Record<string, Shape>> = shapes;

/** The violations in `value`, in the order of its members; none where it is of the shape `name`. */
export function validate(name: ShapeName, value: unknown): readonly Field[] {
  const fields: Field[] = [];
  check(name, value, '', fields);
  return fields;
}

function check(name: string, value: unknown, path: string, fields: Field[]): void {
  const shape = table[name];
  if (!shape) throw new Error(`The model has no shape ${name}`);
  const report = (message: string) => fields.push({ Name: path, Message: message });
  switch (shape.kind) {
    case 'string': {
      if (typeof value !== 'string') {
        report('must be a string');
        return;
      }
      // Allowed by the model, but the database would keep what stands before it alone.
      if (value.includes('\0')) report('must not have the character U+0000');
      const length = [...value].length;
      if (shape.min !== undefined && length < shape.min) {
        report(`must have at least ${count(shape.min, 'character')}`);
      }
      if (shape.max !== undefined && length > shape.max) {
        report(`must have at most ${count(shape.max, 'character')}`);
      }
      if (shape.pattern !== undefined && !regularExpression(shape.pattern).test(value)) {
        report(`must match ${shape.pattern}`);
      }
      return;
    }
    case 'enum':
      if (typeof value !== 'string' || !shape.values.includes(value)) {
        report(`must be one of ${shape.values.join(', ')}`);
      }
      return;
    case 'integer':
      if (typeof value !== 'number' || !Number.isInteger(value)) report('must be a whole number');
      else if (shape.min !== undefined && value < shape.min)
        report(`must be at least ${shape.min}`);
      else if (shape.max !== undefined && value > shape.max) report(`must be at most ${shape.max}`);
      else if (Math.abs(value) > MAX_INTEGER) report('must be a whole number of 32 bits');
      return;
    case 'boolean':
      if (typeof value !== 'boolean') report('must be true or false');
      return;
    case 'timestamp':
      if (typeof value !== 'number' || Math.abs(value) > MAX_EPOCH_SECONDS) {
        report('must be an instant in epoch seconds');
      }
      return;
    case 'list':
      if (!Array.isArray(value)) {
        report('must be a list');
        return;
      }
      if (shape.min !== undefined && value.length < shape.min) {
        report(`must have at least ${count(shape.min, 'item')}`);
      }
      if (shape.max !== undefined && value.length > shape.max) {
        report(`must have at most ${count(shape.max, 'item')}`);
      }
      for (const [index, item] of value.entries()) {
        check(shape.item, item, `${path}[${index}]`, fields);
      }
      return;
    case 'map':
      if (!isObject(value)) {
        report('must be an object');
        return;
      }
      for (const [key, item] of Object.entries(value)) {
        check(shape.key, key, join(path, key), fields);
        check(shape.value, item, join(path, key), fields);
      }
      return;
    case 'structure':
      if (!isObject(value)) {
        report('must be an object');
        return;
      }
      checkMembers(shape.members, value, path, fields);
  }
}

function checkMembers(
  members: Readonly<Record<string, string>>,
  value: Readonly<Record<string, unknown>>,
  path: string,
  fields: Field[],
): void {
  for (const [member, reference] of Object.entries(members)) {
    const item = value[member];
    const required = reference.endsWith('!');
    if (item === undefined) {
      if (required) fields.push({ Name: join(path, member), Message: 'is required' });
    } else {
      check(required ? reference.slice(0, -1) : reference, item, join(path, member), fields);
    }
  }
  // Whether the service ignores such members or refuses them is not documented: a misspelt one
  // that is dropped without a word would be worse.
  for (const member of Object.keys(value)) {
    if (!Object.hasOwn(members, member)) {
      fields.push({ Name: join(path, member), Message: 'is not a member that the service knows' });
    }
  }
}

const MAX_INTEGER = 2 ** 31 - 1;
const MAX_EPOCH_SECONDS = 8.64e12;

const regularExpressions = new Map<string, RegExp>();

/**
 * Patterns without an anchor must match from the start. Not to the end: the ARN's would need
 * exponential time for that, and what follows is looked up anyway. A dot is any character.
 */
function regularExpression(pattern: string): RegExp {
  let found = regularExpressions.get(pattern);
  if (!found) {
    found = new RegExp(`^(?:${pattern})`, 'su');
    regularExpressions.set(pattern, found);
  }
  return found;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function join(path: string, member: string): string {
  return path === '' ? member : `${path}.${member}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
