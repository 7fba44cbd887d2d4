/**
 * The facts of the service's model (ssm-contacts, 2021-05-03) in our own compact form: all shapes
 * of requests and answers. A test holds this table against the model itself.
 */
import { answerShapes } from './answer-shapes.ts';
import { partShapes } from './part-shapes.ts';
import { requestShapes } from './request-shapes.ts';
import type { Shape, ValueIn } from './shape.ts';

export const shapes = {
  ...partShapes,
  ...requestShapes,
  ...answerShapes,
} as const satisfies Readonly<Record<string, Shape>>;

export type ShapeName = keyof typeof shapes;

export type Value<N extends ShapeName> = ValueIn<typeof shapes, N>;

/** The 39 operations: each has a request and an answer of its name. */
export type OperationName = ShapeName extends infer N
  ? N extends `${infer O}Request`
    ? O
    : never
  : never;

export type Input<O extends OperationName> = Value<`${O}Request`>;

export type Output<O extends OperationName> = Value<`${O}Result`>;

export function isOperation(name: string): name is OperationName {
  return Object.hasOwn(shapes, `${name}Request`);
}
