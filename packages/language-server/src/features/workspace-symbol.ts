/** What all projects declare, by letters of its name or of what people know it by. */
import { type OutlineEntry, outlineOfProject } from '@oncall/language';
import type { WorkspaceSymbol, WorkspaceSymbolParams } from 'vscode-languageserver';
import { nameOf } from '../workspace/paths.ts';
import type { ProjectSnapshot } from '../workspace/snapshot.ts';
import { symbolKinds } from './symbol-kinds.ts';

/** More than anyone looks through; a client asks again with more letters. */
const mostSymbols = 500;

export function workspaceSymbol(
  projects: readonly ProjectSnapshot[],
  { query }: WorkspaceSymbolParams,
): WorkspaceSymbol[] {
  const letters = query.toLowerCase();
  const found: WorkspaceSymbol[] = [];
  for (const project of projects) {
    const container = project.analysis.model.project?.name ?? nameOf(project.folder);
    for (const entry of outlineOfProject(project.analysis)) {
      if (!matches(letters, entry)) continue;
      if (found.length === mostSymbols) return found;
      found.push({
        name: entry.name,
        kind: symbolKinds[entry.kind],
        containerName: entry.detail === '' ? container : `${entry.detail}, ${container}`,
        location: project.locationOf(entry.nameLocation),
      });
    }
  }
  return found;
}

function matches(letters: string, { name, detail }: OutlineEntry): boolean {
  return holds(name.toLowerCase(), letters) || holds(detail.toLowerCase(), letters);
}

/** Whether the letters stand in a text in their order. */
function holds(text: string, letters: string): boolean {
  let from = 0;
  for (const letter of letters) {
    const at = text.indexOf(letter, from);
    if (at < 0) return false;
    from = at + letter.length;
  }
  return true;
}
