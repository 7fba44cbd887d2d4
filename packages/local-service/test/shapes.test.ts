import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shapes } from '../src/model/shapes.ts';

const file = new URL('../../../../shared/data/ssm-contacts-service-2.json', import.meta.url);

interface Model {
  readonly operations: Record<string, { input: Reference; output: Reference }>;
  readonly shapes: Record<string, ModelShape>;
}

interface Reference {
  readonly shape: string;
}

interface ModelShape {
  readonly type: string;
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly member?: Reference;
  readonly key?: Reference;
  readonly value?: Reference;
  readonly members?: Record<string, Reference>;
  readonly required?: readonly string[];
}

describe('shapes', () => {
  it('has the 39 operations, each with a request and an answer', () => {
    const requests = Object.keys(shapes).filter((name) => name.endsWith('Request'));
    expect(requests).toHaveLength(39);
    for (const name of requests) expect(shapes).toHaveProperty(name.replace(/Request$/, 'Result'));
  });

  it('has every shape that it refers to', () => {
    const referred = Object.values(shapes).flatMap((shape) => {
      if (shape.kind === 'list') return [shape.item];
      if (shape.kind === 'map') return [shape.key, shape.value];
      if (shape.kind !== 'structure') return [];
      return Object.values(shape.members).map((name: string) => name.replace('!', ''));
    });
    expect(referred.filter((name) => !Object.hasOwn(shapes, name))).toEqual([]);
  });

  describe.skipIf(!existsSync(file))('beside the model', () => {
    it('says the same of every shape that operations use', () => {
      const model: Model = JSON.parse(readFileSync(file, 'utf8'));
      const expected: Record<string, unknown> = {};
      const visit = ({ shape: name }: Reference) => {
        if (Object.hasOwn(expected, name)) return;
        const shape = model.shapes[name];
        if (!shape) throw new Error(name);
        expected[name] = compact(shape);
        for (const part of [shape.member, shape.key, shape.value]) if (part) visit(part);
        Object.values(shape.members ?? {}).forEach(visit);
      };
      for (const { input, output } of Object.values(model.operations)) [input, output].map(visit);
      expect(shapes).toEqual(expected);
    });

    it('names requests and answers after their operation', () => {
      const model: Model = JSON.parse(readFileSync(file, 'utf8'));
      for (const [name, operation] of Object.entries(model.operations)) {
        expect(operation.input.shape).toBe(`${name}Request`);
        expect(operation.output.shape).toBe(`${name}Result`);
      }
    });
  });
});

function compact({ type, min, max, pattern, ...shape }: ModelShape): unknown {
  const limits = {
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(pattern !== undefined && { pattern }),
  };
  if (shape.enum) return { kind: 'enum', values: shape.enum };
  if (type === 'list') return { kind: 'list', item: shape.member?.shape, ...limits };
  if (type === 'map') return { kind: 'map', key: shape.key?.shape, value: shape.value?.shape };
  if (type !== 'structure') return { kind: type, ...limits };
  const members = Object.entries(shape.members ?? {}).map(([name, part]) => [
    name,
    part.shape + (shape.required?.includes(name) ? '!' : ''),
  ]);
  return { kind: 'structure', members: Object.fromEntries(members) };
}
