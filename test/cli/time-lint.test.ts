/** What `lint` says about time, by the clock of this machine; and what follows for other commands. */
import { describe, expect, it } from 'vitest';
import { folder, oncall } from './oncall.ts';

const office = `contact alice <
  channel phone voice "+12065550100"
  channel mail email "alice@example.com"
  stage 5m <
    notify phone
    notify mail
  >
>

contact bob <
  channel phone voice "+12065550101"
  channel mail email "bob@example.com"
  stage 5m <
    notify phone
    notify mail
  >
>

rotation office <
  zone "Europe/London"
  start 2026-01-05T09:00
  members @alice @bob
  weekly mon 09:00
  cover mon..fri 09:00..17:00
  override 2026-01-07T09:00..2026-01-07T17:00 < @bob >
>

schedule rota < rotation @office >

plan sre < stage 5m < notify @rota essential > >
`;

const silenced = office
  .replace('schedule', '# oncall-ignore coverage-gap: orders come in by day only\nschedule')
  .replace('  override', '  # oncall-ignore past-override: kept for the report\n  override');

describe('oncall lint', () => {
  it('tells when nobody is on call, and which overrides are past', async () => {
    const cwd = folder({ 'main.oncall': office });
    const { code, stdout } = await oncall(['lint'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^warning\[coverage-gap\]: Nobody is on call in rota for 76 % of 12 months, first \w{3} \d{4}-\d\d-\d\d \d\d:00 to .* and \d+ more \(Europe\/London\)$/m,
    );
    expect(stdout).toContain('warning[past-override]: This override ended Wed 2026-01-07 17:00');
  });

  it('is silent where it is told that this is meant', async () => {
    const cwd = folder({ 'main.oncall': silenced });
    expect(await oncall(['lint', '--max-warnings', '0'], { cwd })).toMatchObject({
      code: 0,
      stdout: '',
    });
  });
});

describe('other commands', () => {
  it('go on, and say nothing of it', async () => {
    for (const text of [office, silenced]) {
      const cwd = folder({ 'main.oncall': `${text}\nproject p < lint unused-ignore error >\n` });
      const { code, stderr } = await oncall(['compile'], { cwd });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    }
  });

  it('stop where the project makes an error of it', async () => {
    const cwd = folder({ 'main.oncall': `${office}\nproject p < lint coverage-gap error >\n` });
    for (const words of [['lint'], ['compile'], ['plan', '--local']]) {
      const { code, stdout, stderr } = await oncall(words, { cwd });
      expect(code).toBe(1);
      expect(stdout + stderr).toContain('error[coverage-gap]');
    }
  });
});
