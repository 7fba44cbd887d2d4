/**
 * What the client has: folders, files on disk, open documents over them, and the projects that
 * these make. Analyses are made when they are asked for, each from the one before.
 */
import {
  type Analysis,
  analyze,
  createSourceFile,
  declares,
  declaresProject,
  isSourceName,
  nearestFolder,
  type Rule,
  type SourceFile,
} from '@oncall/language';
import { timeRules } from '@oncall/simulator';
import type { TextDocumentContentChangeEvent, TextDocumentItem } from 'vscode-languageserver';
import type { Client } from './client.ts';
import type { FileSystem } from './file-system.ts';
import { edit } from './lines.ts';
import { nameOf, parentOf, pathOf, schemeOf } from './paths.ts';
import { offsetAt } from './positions.ts';
import { Roots } from './roots.ts';
import { ProjectSnapshot, Snapshot, type SnapshotParts } from './snapshot.ts';
import { traceOf } from './trace-of.ts';
import { readVariables } from './variables.ts';

export interface Host {
  readonly fileSystem: FileSystem;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Epoch seconds. */
  now(): number;
  /** URI of the page that explains a diagnostic. */
  pageOf(code: string): string | undefined;
  /** For the people who look into what went wrong. */
  log(message: string): void;
  /** Takes the characters of each text that another took the place of. */
  leaveBehind?(characters: number): void;
}

export interface Document {
  /** As the client writes it. */
  readonly uri: string;
  readonly version: number;
  readonly file: SourceFile;
}

interface Project {
  readonly folder: string;
  files: ReadonlyMap<string, SourceFile>;
  /** Of the files as they were; a new one takes from it what did not change. */
  analysis: Analysis | undefined;
  /** Paths of files that are not as they were at the last analysis. */
  readonly changed: Set<string>;
  /** Those of the last analysis. */
  rules: readonly Rule[];
}

/** Seconds for which what was found about time is kept. */
const freshness = 3600;

export class Workspace {
  readonly #host: Host;
  readonly #client: Client;
  readonly #roots: Roots;
  /** Of documents that are sources, and no copies of them as they were, such as those of `git:`. */
  readonly #schemes = new Set(['file', 'untitled']);
  readonly #documents = new Map<string, Document>();
  readonly #uris = new Map<string, string>();
  readonly #projects = new Map<string, Project>();
  readonly #projectOf = new Map<string, Project>();
  readonly #declaring = new Map<string, boolean>();
  readonly #variables = new Map<string, ReadonlyMap<string, string>>();
  #reading: Promise<void> = Promise.resolve();
  #rules: { readonly hour: number; readonly rules: readonly Rule[] } = { hour: -1, rules: [] };

  constructor(host: Host, client: Client) {
    this.#host = host;
    this.#client = client;
    this.#roots = new Roots(host.fileSystem);
  }

  /** When all that was to be read has been. */
  async settled(): Promise<void> {
    for (let last: unknown; last !== this.#reading; ) {
      last = this.#reading;
      await last;
    }
  }

  changeFolders(added: readonly string[], removed: readonly string[]): void {
    for (const uri of added) this.#schemes.add(schemeOf(uri));
    this.#read(async () => {
      for (const uri of removed) this.#roots.remove(pathOf(uri));
      for (const uri of added) await this.#roots.addFolder(pathOf(uri));
      await this.#findHomes();
    });
  }

  /** What happened to files on disk. */
  changeFiles(uris: readonly string[]): void {
    this.#read(async () => {
      for (const path of uris.map(pathOf)) {
        if (isSourceName(nameOf(path))) await this.#roots.refresh(path);
        else this.#variables.clear();
      }
    });
  }

  /** Files or whole folders that are gone, and that are new. */
  moveFiles(gone: readonly string[], appeared: readonly string[]): void {
    this.#read(async () => {
      for (const uri of gone) this.#roots.forget(pathOf(uri));
      for (const uri of appeared) await this.#roots.discover(pathOf(uri));
    });
  }

  open({ uri, version, text }: TextDocumentItem): void {
    if (!this.#schemes.has(schemeOf(uri))) return;
    const path = pathOf(uri);
    this.#documents.set(path, { uri, version, file: createSourceFile(path, text) });
    this.#uris.set(path, uri);
    this.#read(() => this.#findHome(path));
  }

  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
    const path = pathOf(uri);
    const document = this.#documents.get(path);
    if (document === undefined) return;
    let { file } = document;
    for (const change of changes) {
      if ('range' in change) {
        const start = offsetAt(file, change.range.start, this.#client.encoding);
        const end = offsetAt(file, change.range.end, this.#client.encoding);
        file = edit(file, start, Math.max(start, end), change.text);
      } else {
        file = createSourceFile(path, change.text);
      }
    }
    this.#documents.set(path, { uri, version, file });
    this.#host.leaveBehind?.(document.file.text.length);
    const project = this.#projectOf.get(path);
    if (project === undefined) return;
    project.files = new Map(project.files).set(path, file);
    project.changed.add(path);
  }

  close(uri: string): void {
    const path = pathOf(uri);
    this.#documents.delete(path);
    this.#uris.delete(path);
    this.#read(async () => {
      await this.#roots.refresh(path);
      this.#roots.removeUnused([...this.#documents.keys()]);
    });
  }

  /** `undefined` where the document is not open. */
  document(path: string): Document | undefined {
    return this.#documents.get(path);
  }

  /** As seen from a file; `undefined` where there is none of this name. */
  snapshot(uri: string): Snapshot | undefined {
    const path = pathOf(uri);
    this.#analyzeAll();
    const project = this.#projectOf.get(path);
    const file = project?.files.get(path);
    if (project === undefined || file === undefined) return undefined;
    return new Snapshot(this.#parts(project), file);
  }

  /** Every project, in the order of folders. */
  projects(): readonly ProjectSnapshot[] {
    this.#analyzeAll();
    return [...this.#projects.values()].map((project) => new ProjectSnapshot(this.#parts(project)));
  }

  #parts(project: Project): SnapshotParts {
    return {
      analysis: project.analysis as Analysis,
      rules: project.rules,
      folder: project.folder,
      now: this.#host.now(),
      client: this.#client,
      uris: this.#uris,
      pageOf: this.#host.pageOf,
      variable: (name) =>
        this.#host.environment[name] ?? this.#variables.get(project.folder)?.get(name),
    };
  }

  #read(work: () => Promise<void>): void {
    this.#reading = this.#reading
      .then(work)
      .then(async () => {
        if (await this.#roots.renew()) await this.#findHomes();
      })
      .catch((error: unknown) => this.#host.log(`reading failed: ${traceOf(error)}`))
      .then(async () => {
        this.#regroup();
        await this.#readVariables();
      });
  }

  async #findHomes(): Promise<void> {
    for (const path of this.#documents.keys()) await this.#findHome(path);
    this.#roots.removeUnused([...this.#documents.keys()]);
  }

  async #findHome(path: string): Promise<void> {
    if (path.includes('/')) await this.#roots.addFile(path);
  }

  async #readVariables(): Promise<void> {
    for (const folder of this.#projects.keys()) {
      if (this.#variables.has(folder)) continue;
      this.#variables.set(folder, await readVariables(this.#host.fileSystem, folder));
    }
  }

  /** Brings every analysis up to date, and the projects where an edit makes or ends one. */
  #analyzeAll(): void {
    let regroup = false;
    const rules = this.#rulesNow();
    for (const project of this.#projects.values()) {
      const { analysis: previous, changed } = project;
      if (previous !== undefined && changed.size === 0 && project.rules === rules) continue;
      const analysis = analyze([...project.files.values()], { previous, rules });
      project.analysis = analysis;
      project.rules = rules;
      for (const path of project.changed) {
        if (!project.files.has(path)) continue;
        const now = declares(analysis, path);
        if (now !== this.#declaring.get(path)) regroup = true;
        this.#declaring.set(path, now);
      }
      project.changed.clear();
    }
    if (!regroup) return;
    this.#regroup();
    this.#analyzeAll();
  }

  /** The same ones within an hour, so that an analysis can keep what they found. */
  #rulesNow(): readonly Rule[] {
    const hour = Math.floor(this.#host.now() / freshness);
    if (hour !== this.#rules.hour) this.#rules = { hour, rules: timeRules(hour * freshness) };
    return this.#rules.rules;
  }

  /** Tells anew which files are one project. */
  #regroup(): void {
    const files = this.#files();
    const declaring = this.#declaringFolders(files);
    const groups = new Map<string, Map<string, SourceFile>>();
    for (const [path, file] of files) {
      const folder = this.#folderOf(path, declaring);
      const group = groups.get(folder);
      if (group === undefined) groups.set(folder, new Map([[path, file]]));
      else group.set(path, file);
    }
    const before = new Map(this.#projects);
    this.#projects.clear();
    this.#projectOf.clear();
    for (const [folder, group] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const project = before.get(folder) ?? newProject(folder);
      for (const path of new Set([...project.files.keys(), ...group.keys()])) {
        if (project.files.get(path) !== group.get(path)) project.changed.add(path);
      }
      project.files = group;
      this.#projects.set(folder, project);
      for (const path of group.keys()) this.#projectOf.set(path, project);
    }
  }

  /** Every file there is: as it is open, else as it is on disk. */
  #files(): ReadonlyMap<string, SourceFile> {
    const files = new Map<string, SourceFile>();
    for (const root of this.#roots.all)
      for (const [path, file] of root.files) files.set(path, file);
    for (const [path, { file }] of this.#documents) files.set(path, file);
    return files;
  }

  #declaringFolders(files: ReadonlyMap<string, SourceFile>): ReadonlySet<string> {
    const folders = new Set<string>();
    for (const path of this.#declaring.keys()) if (!files.has(path)) this.#declaring.delete(path);
    for (const [path, file] of files) {
      const same = this.#projectOf.get(path)?.files.get(path) === file;
      const known = same ? this.#declaring.get(path) : undefined;
      const found = known ?? declaresProject(file.text);
      this.#declaring.set(path, found);
      if (found) folders.add(parentOf(path));
    }
    return folders;
  }

  #folderOf(path: string, declaring: ReadonlySet<string>): string {
    const root = this.#roots.of(path);
    // A buffer that has no place yet is a project of its own.
    if (root === undefined) return path;
    const test = (folder: string) => declaring.has(folder);
    return nearestFolder(parentOf(path), parentOf, test, root.top) ?? root.base;
  }
}

function newProject(folder: string): Project {
  return { folder, files: new Map(), analysis: undefined, changed: new Set(), rules: [] };
}
