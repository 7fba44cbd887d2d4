/** The model of a program, in the order of files and of text. */
import type { Contact, Extern, Model, Plan, Rotation, Schedule, Test } from '../model.ts';
import { isMeant, projectOf } from './facts.ts';
import type { Program } from './program.ts';

export function modelOf({ files, facts }: Program): Model {
  const contacts = new Map<string, Contact>();
  const plans = new Map<string, Plan>();
  const schedules = new Map<string, Schedule>();
  const rotations = new Map<string, Rotation>();
  const externs = new Map<string, Extern>();
  const tests: Test[] = [];
  for (const { units } of files.values()) {
    for (const { resolved } of units) {
      for (const entity of resolved.entities) {
        if (entity.kind === 'test') tests.push(entity);
        else if (entity.kind === 'project' || entity.kind === 'template') continue;
        else if (!isMeant(facts, entity)) continue;
        else if (entity.kind === 'contact') contacts.set(entity.name, entity);
        else if (entity.kind === 'plan') plans.set(entity.name, entity);
        else if (entity.kind === 'schedule') schedules.set(entity.name, entity);
        else if (entity.kind === 'rotation') rotations.set(entity.name, entity);
        else externs.set(entity.name, entity);
      }
    }
  }
  return { project: projectOf(facts), contacts, plans, schedules, rotations, externs, tests };
}
