/** Tasks that run the command line, whose findings the problem matcher reads; and `oncall plan`. */
import {
  commands,
  Disposable,
  ShellExecution,
  Task,
  type TaskDefinition,
  TaskGroup,
  TaskRevealKind,
  tasks,
  type WorkspaceFolder,
  window,
  workspace,
} from 'vscode';
import { ownOncall } from './server-command.ts';

interface OncallTask extends TaskDefinition {
  readonly type: 'oncall';
  readonly command: string;
  readonly path?: string;
}

export function registerTasks(): Disposable {
  return Disposable.from(
    tasks.registerTaskProvider('oncall', {
      provideTasks: () =>
        folders().flatMap((folder) =>
          ['lint', 'test', 'fmt --check'].map((command) =>
            taskOf({ type: 'oncall', command }, folder),
          ),
        ),
      resolveTask({ definition, scope }) {
        const folder = typeof scope === 'object' ? scope : folders()[0];
        if (typeof definition['command'] !== 'string' || folder === undefined) return undefined;
        return taskOf(definition as OncallTask, folder);
      },
    }),
    commands.registerCommand('oncall.plan', plan),
  );
}

async function plan(): Promise<void> {
  const active = window.activeTextEditor?.document.uri;
  const folder =
    (active && workspace.getWorkspaceFolder(active)) ??
    (folders().length > 1 ? await window.showWorkspaceFolderPick() : folders()[0]);
  if (folder === undefined) {
    void window.showWarningMessage('oncall plan: open the folder of the project first.');
    return;
  }
  const task = taskOf({ type: 'oncall', command: 'plan' }, folder);
  task.presentationOptions = { reveal: TaskRevealKind.Always, focus: true };
  await tasks.executeTask(task);
}

/** With the workspace's own `oncall`, else with that on the path. */
function taskOf(definition: OncallTask, folder: WorkspaceFolder): Task {
  const { command, path } = definition;
  const words = [...command.split(' '), ...(path === undefined ? [] : [path])];
  const execution = new ShellExecution(ownOncall() ?? 'oncall', words, {
    cwd: folder.uri.fsPath,
  });
  const task = new Task(definition, folder, command, 'oncall', execution, ['$oncall']);
  if (command === 'test') task.group = TaskGroup.Test;
  return task;
}

function folders(): readonly WorkspaceFolder[] {
  return (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
}
