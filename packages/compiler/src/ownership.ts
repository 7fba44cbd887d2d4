/** The tags that say what is ours: the service has no other place for it. */
import type { Model } from '@oncall/language';

export const projectTag = 'oncall/project';
export const nameTag = 'oncall/name';

/** What resources of a project are tagged with. */
export function projectName(model: Model): string {
  return model.project?.name ?? 'default';
}
