/**
 * Names of files: URIs as clients write them, and paths, which are decoded URIs, so that each file
 * has one whatever its client escapes, and paths sort as those of the command line do.
 */

export function pathOf(uri: string): string {
  // A buffer that was never saved, but has a place already.
  const saved = uri.startsWith('untitled:/') ? uri.replace(/^untitled:\/*/, 'file:///') : uri;
  return decoded(saved)
    .replace(/^file:(\/\/localhost)?\/(?!\/)/, 'file:///')
    .replace(/^file:\/\/\/[A-Z]:/, (start) => start.toLowerCase());
}

export function uriOf(path: string): string {
  const [, scheme = '', rest = ''] = /^([\w+.-]*:)?(.*)$/su.exec(path) ?? [];
  const segments = rest.split('/').map((segment) => {
    return /^[a-z]:$/i.test(segment) ? segment : encodeURIComponent(segment);
  });
  return scheme + segments.join('/');
}

/** `file` of `file:///a`; empty where there is none. */
export function schemeOf(uri: string): string {
  return /^[\w+.-]+(?=:)/.exec(uri)?.[0] ?? '';
}

/** The folder that a file or folder lies in; a root, such as `file:///`, lies in itself. */
export function parentOf(path: string): string {
  const cut = path.lastIndexOf('/');
  if (cut < 0 || cut === path.length - 1) return path;
  return path.slice(0, path[cut - 1] === '/' ? cut + 1 : cut);
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export function join(folder: string, name: string): string {
  return folder.endsWith('/') ? folder + name : `${folder}/${name}`;
}

export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** Text that is no URI stands for itself. */
function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
