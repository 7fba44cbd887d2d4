/** The colours of pictures, by name, for each kind of screen. */

type Scheme = 'light' | 'dark' | 'contrast-light' | 'contrast-dark';

/** How many colours tell people apart; more people share them, and always bear their names too. */
export const hues = 10;

/**
 * Declarations of the names as the rules of pictures use them. What a page around the pictures sets
 * as `--oncall-NAME` goes before the scheme's own colours.
 */
export function colourDeclarations(scheme: Scheme): string {
  const index = schemes.indexOf(scheme);
  return Object.entries(colours)
    .map(([name, values]) => {
      const value = values[index] ?? (values[index - 2] as string);
      return `--${name}:var(--oncall-${name},${value})`;
    })
    .join(';');
}

/** The value that a name has where there are no variables. */
export function plainColour(name: string): string {
  return colours[name]?.[0] ?? 'none';
}

const schemes: readonly Scheme[] = ['light', 'dark', 'contrast-light', 'contrast-dark'];

/** In the order of the schemes; where one of much contrast is missing, it is as without. */
const colours: Readonly<Record<string, readonly string[]>> = {
  paper: ['#ffffff', '#0d1117', '#ffffff', '#000000'],
  ink: ['#1f2328', '#e6edf3', '#000000', '#ffffff'],
  quiet: ['#59636e', '#9198a1', '#000000', '#ffffff'],
  line: ['#d8dee4', '#2a313c', '#59636e', '#9198a1'],
  shade: ['#f3f5f8', '#161c26', '#ffffff', '#000000'],
  accent: ['#0969da', '#4493f8', '#0349b4', '#71b7ff'],
  danger: ['#cf222e', '#f85149', '#a0111f', '#ff9492'],
  good: ['#1a7f37', '#3fb950', '#055d20', '#4ae168'],
  warn: ['#9a6700', '#d29922', '#744500', '#f0b72f'],
  // Of what is filled with a colour and of what is edged with it.
  tint: ['0.16', '0.24', '0', '0'],
  edge: ['0.45', '0.55', '1', '1'],
  'hue-0': ['#0969da', '#4493f8'],
  'hue-1': ['#1a7f37', '#3fb950'],
  'hue-2': ['#8250df', '#ab7df8'],
  'hue-3': ['#bc4c00', '#f0883e'],
  'hue-4': ['#0b7285', '#39c5cf'],
  'hue-5': ['#bf3989', '#db61a2'],
  'hue-6': ['#7d6b00', '#c6a700'],
  'hue-7': ['#4c51bf', '#8c93ff'],
  'hue-8': ['#8a5a3c', '#c69274'],
  'hue-9': ['#57606a', '#8b949e'],
};
