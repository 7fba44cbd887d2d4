/** Writes SVG as text. What is not markup is escaped here, and nowhere else. */

/** Markup; only this file makes any, so that no text gets into a picture unescaped. */
export interface Svg {
  readonly markup: string;
}

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** A string among the children is text. Attributes that are `undefined` are left out. */
export function svg(name: string, attributes: Attributes, ...children: readonly Child[]): Svg {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? '' : ` ${key}="${escaped(valueText(value))}"`,
  );
  const open = `<${name}${written.join('')}`;
  if (children.length === 0) return { markup: `${open}/>` };
  const inner = children.map((child) => (isSvg(child) ? child.markup : escaped(child)));
  return { markup: `${open}>${inner.join('')}</${name}>` };
}

export type Child = Svg | string;

/** A group, of those that are there, each on a line of its own. */
export function group(attributes: Attributes, children: readonly (Svg | undefined)[]): Svg {
  const lines = children.flatMap((child) => (child === undefined ? [] : [child, lineEnd]));
  return svg('g', attributes, lineEnd, ...lines);
}

/** Where no element needs one, so that pictures can be read and compared line by line. */
export const lineEnd: Svg = { markup: '\n' };

export const nothing: Svg = { markup: '' };

/** A stylesheet of ours, which holds none of the characters that would need escaping. */
export function styleText(text: string): Svg {
  return { markup: text };
}

/** A hundredth of a pixel is enough for all, and keeps pictures the same on all machines. */
function valueText(value: string | number): string {
  return typeof value === 'string' ? value : String(Math.round(value * 100) / 100);
}

function isSvg(child: Child): child is Svg {
  return typeof child !== 'string';
}

/** What XML forbids, what a terminal obeys, and what turns the direction of text around. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const unfit = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufffe\uffff]|\p{Cs}/gu;

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text
    .replace(unfit, '\ufffd')
    .replace(/[&<>"']/g, (it) => references[it] as string)
    .replace(/\p{Cf}/gu, (it) => `&#${it.codePointAt(0)};`);
}
