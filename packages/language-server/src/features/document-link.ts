/** Links from codes to their pages, and from ARNs to the console of Incident Manager. */
import { type Link, linksOf } from '@oncall/language';
import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import type { Snapshot } from '../workspace/snapshot.ts';

export function documentLink(snapshot: Snapshot, _params: DocumentLinkParams): DocumentLink[] {
  const { analysis, file } = snapshot;
  return linksOf(analysis, file.path).flatMap((link) => {
    const target = targetOf(snapshot, link);
    if (target === undefined) return [];
    return [{ range: snapshot.rangeAt(link.start, link.end), ...target }];
  });
}

function targetOf(
  snapshot: Snapshot,
  link: Link,
): Pick<DocumentLink, 'target' | 'tooltip'> | undefined {
  if (link.kind === 'code') {
    const target = snapshot.pageOf(link.code);
    return target === undefined ? undefined : { target, tooltip: `What ${link.code} means` };
  }
  const { partition, region } = link;
  const host = hosts[partition];
  if (host === undefined) return undefined;
  const target = `https://${host}/systems-manager/incidents/home?region=${region}`;
  return { target, tooltip: `Incident Manager in ${region}` };
}

/** Of the consoles, as AWS documents them for each partition. */
const hosts: Readonly<Record<string, string>> = {
  aws: 'console.aws.amazon.com',
  'aws-cn': 'console.amazonaws.cn',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
};
