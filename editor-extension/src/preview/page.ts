/** The script of the preview's page: shows pictures, keeps its state, tells of clicks. */
import type { FromPage, Place, PreviewSection, ToPage } from './messages.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  setState(state: Place): void;
};

const editor = acquireVsCodeApi();
const pictures = document.getElementById('pictures') as HTMLElement;
const hint = document.getElementById('hint') as HTMLElement;
/** Pixels: what is narrower than this is scaled down. */
const leastWidth = 560;

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [sheet];

addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  const nothing = data.kind === 'nothing';
  hint.hidden = !nothing || pictures.childElementCount > 0;
  // What was shown last stays, while something is written of which there is no picture.
  pictures.classList.toggle('old', nothing);
  if (data.kind === 'nothing') return;
  sheet.replaceSync(data.preview.style);
  pictures.replaceChildren(...data.preview.sections.map(section));
  editor.setState(data.place);
});

addEventListener('click', ({ target }) => {
  const part = target instanceof Element ? target.closest('[data-source]') : null;
  const source = part?.getAttribute('data-source');
  if (source) editor.postMessage({ kind: 'open', source });
});

function section({ heading, svg, text }: PreviewSection): HTMLElement {
  const element = document.createElement('section');
  const title = document.createElement('h2');
  title.textContent = heading;
  const words = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = 'In words';
  const sentences = document.createElement('p');
  sentences.textContent = text;
  words.append(summary, sentences);
  element.append(title, ...drawn(svg), words);
  return element;
}

/** Parsed strictly: what is no well-formed picture is not shown. */
function drawn(markup: string): readonly Node[] {
  const parsed = new DOMParser().parseFromString(markup, 'image/svg+xml').documentElement;
  return parsed.localName === 'svg' ? [document.adoptNode(parsed)] : [];
}

let told = 0;
new ResizeObserver(([entry]) => {
  const width = Math.round(entry?.contentRect.width ?? 0);
  if (width === told || width === 0) return;
  told = width;
  editor.postMessage({ kind: 'width', width: Math.max(width, leastWidth) });
}).observe(pictures);
