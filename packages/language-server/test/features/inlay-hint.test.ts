import { describe, expect, it } from 'vitest';
import { inlayHint } from '../../src/features/inlay-hint.ts';
import { picture, type Stage } from '../pictures.ts';

/** The text with each hint in `{}` where it is shown. */
async function hinted(text: string, stage: Stage = {}, lines?: readonly [number, number]) {
  const { snapshot } = await picture(text, stage);
  const [first, last] = lines ?? [0, 1_000];
  const range = { start: { line: first, character: 0 }, end: { line: last, character: 0 } };
  const hints = inlayHint(snapshot, { textDocument: { uri: snapshot.uri }, range });
  let shown = snapshot.file.text;
  const placed = hints.map(({ position, label }) => ({ at: snapshot.offsetAt(position), label }));
  for (const { at, label } of placed.sort((a, b) => b.at - a.at)) {
    shown = `${shown.slice(0, at)}{${label}}${shown.slice(at)}`;
  }
  return shown;
}

describe('inlayHint', () => {
  it('tells when the stages of a plan start', async () => {
    expect(await hinted('plan p <\n  stage 5m < >\n  stage 1h < >\n  stage 10m < >\n>')).toBe(
      'plan p <\n  stage 5m < >\n  stage 1h{+5m} < >\n  stage 10m{+1h5m} < >\n>',
    );
  });

  it('counts the stages that a template brings', async () => {
    const template = 'template t <\n  stage 5m < >\n  stage 5m < >\n>\n';
    expect(await hinted(`${template}contact c <\n  use t\n  stage 3m < >\n>`)).toContain(
      'stage 3m{+10m}',
    );
  });

  it('tells the day and the offset of dates', async () => {
    expect(
      await hinted(
        'rotation r <\n  zone "America/New_York"\n  start 2026-01-05T09:00\n  override 2026-07-01T09:00..2026-07-02T09:00Z < >\n>',
      ),
    ).toBe(
      'rotation r <\n  zone "America/New_York"\n  start 2026-01-05T09:00{Mon UTC-05:00}\n  override 2026-07-01T09:00{Wed UTC-04:00}..2026-07-02T09:00Z{Thu UTC-04:00} < >\n>',
    );
  });

  it('tells no day where nothing tells the zone', async () => {
    expect(await hinted('rotation r < start 2026-01-05T09:00 >')).not.toContain('{');
  });

  it('shows the value of a set variable, masked', async () => {
    const text = 'contact c <\n  channel a sms $A\n  channel b sms $B\n>';
    expect(await hinted(text, { environment: { A: '+12065550100' } })).toBe(
      'contact c <\n  channel a sms $A{= +1******0100}\n  channel b sms $B\n>',
    );
  });

  it('tells of the lines that it is asked for alone', async () => {
    const plan = 'plan p <\n  stage 5m < >\n  stage 6m < >\n  stage 7m < >\n>\n';
    expect(await hinted(plan + plan.replace('p', 'q'), {}, [2, 3])).toBe(
      plan.replace('6m', '6m{+5m}') + plan.replace('p', 'q'),
    );
  });
});
