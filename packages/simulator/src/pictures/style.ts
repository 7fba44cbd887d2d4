/** The one stylesheet of all pictures. */
import { colourDeclarations, hues, plainColour } from './colours.ts';

/**
 * For a page of several pictures that say `style: 'shared'`. Colours follow the system's scheme,
 * but for those that the page sets as `--oncall-NAME` (`colours`).
 */
export function pictureStyle(): string {
  return [
    `.oncall-picture{${colourDeclarations('light')}}`,
    `@media (prefers-color-scheme:dark){.oncall-picture{${colourDeclarations('dark')}}}`,
    `@media (prefers-contrast:more){.oncall-picture{${colourDeclarations('contrast-light')}}}`,
    `@media (prefers-contrast:more) and (prefers-color-scheme:dark){.oncall-picture{${colourDeclarations('contrast-dark')}}}`,
    '.oncall-picture{max-width:100%;height:auto}',
    rulesWith((name) => `var(--${name})`),
  ].join('\n');
}

/**
 * For a picture that stands alone. Programs that draw SVG and know no variables pass over what is
 * in `@supports`, and show the light colours.
 */
export function ownStyle(): string {
  return `\n${rulesWith(plainColour)}\n@supports (color:var(--a)){\n${pictureStyle()}\n}\n`;
}

function rulesWith(colour: (name: string) => string): string {
  const all = [...rules, ...Array.from({ length: hues }, (_, hue) => ruleOfHue(hue))];
  return all
    .map(([selectors, declarations]) => {
      const scoped = selectors.map((selector) => `.oncall-picture ${selector}`).join(',');
      return `${scoped}{${declarations.replace(/\$([a-z0-9-]+)/g, (_, name) => colour(name))}}`;
    })
    .join('\n');
}

/** Selectors within a picture, and declarations in which `$NAME` is a colour. */
type Rule = readonly [readonly string[], string];

const sans =
  'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans","DejaVu Sans",sans-serif';

const rules: readonly Rule[] = [
  [['text'], `font-family:${sans};font-size:12px;fill:$ink`],
  [['.title'], 'font-size:16px;font-weight:600'],
  [['.head'], 'font-size:12.5px;font-weight:600'],
  [['.small'], 'font-size:10.5px'],
  [['.quiet'], 'fill:$quiet'],
  [['.middle'], 'text-anchor:middle'],
  [['.end'], 'text-anchor:end'],
  [['.strong'], 'font-weight:600'],
  [['.halo'], 'stroke:$paper;stroke-width:3;paint-order:stroke;stroke-linejoin:round'],
  [['.bad'], 'fill:$danger;font-weight:600'],
  [['.fine'], 'fill:$good'],
  [['.paper'], 'fill:$paper'],
  [['.shade'], 'fill:$shade'],
  [['.grid'], 'stroke:$line;stroke-width:1;fill:none'],
  [['.card'], 'fill:$paper;stroke:$line;stroke-width:1'],
  [['.hidden'], 'fill:none;stroke:none;pointer-events:all'],
  [['.stage'], 'fill:$accent;fill-opacity:$tint;stroke:$accent;stroke-opacity:$edge'],
  [['.flag'], 'fill:$accent'],
  [['.person'], 'fill:$ink;fill-opacity:0.06;stroke:$line'],
  [['.essential'], 'fill:$accent'],
  [['.ghost'], 'fill:none;stroke:$quiet;stroke-dasharray:3 3;stroke-opacity:0.7'],
  [['.try'], 'fill:$ink;stroke:$paper'],
  [['.retry'], 'fill:$paper;stroke:$ink;stroke-width:1.4'],
  [['.retries'], 'fill:none;stroke:$ink;stroke-width:3;stroke-dasharray:1 2'],
  [['.answer'], 'fill:$good'],
  [['.answer-line'], 'stroke:$good;stroke-width:1.4;stroke-dasharray:4 3;fill:none'],
  [
    ['.tick'],
    'fill:none;stroke:$paper;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round',
  ],
  [['.vain'], 'fill:$quiet'],
  [['.gap'], 'fill:$danger;fill-opacity:0.2;stroke:$danger;stroke-width:1'],
  [['.gap-sliver'], 'fill:$danger'],
  [['.off'], 'fill:$ink;fill-opacity:0.07'],
  [['.override'], 'fill:none;stroke:$warn;stroke-width:1.6;stroke-dasharray:4 2.5'],
  [['.clock'], 'stroke:$accent;stroke-width:1.4;stroke-dasharray:2 2;fill:none'],
  [['.clock-label'], 'fill:$accent'],
  [['.now'], 'stroke:$accent;stroke-width:1.6;fill:none'],
  [['.now-dot'], 'fill:$accent'],
  [['.edge'], 'fill:none;stroke:$quiet;stroke-width:1.2;stroke-opacity:0.55'],
  [['.edge.essential-edge'], 'stroke:$accent;stroke-opacity:0.9;stroke-width:1.4'],
  [['.edge.loose'], 'stroke-dasharray:4 3'],
  [['.kind'], 'fill:$quiet'],
  [['.kind-plan'], 'fill:$hue-3'],
  [['.kind-schedule'], 'fill:$accent'],
  [['.kind-rotation'], 'fill:$hue-2'],
  [['.kind-contact'], 'fill:$good'],
  [['.focus'], 'stroke:$accent;stroke-width:1.8'],
  [['.unreached'], 'opacity:0.55'],
  [['[data-source]'], 'cursor:pointer'],
  [['[data-source]:hover'], 'opacity:0.8'],
];

function ruleOfHue(hue: number): Rule {
  const colour = `$hue-${hue}`;
  return [
    [`.hue-${hue}`],
    `fill:${colour};fill-opacity:$tint;stroke:${colour};stroke-opacity:$edge`,
  ];
}
