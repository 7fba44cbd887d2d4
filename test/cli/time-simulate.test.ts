import { describe, expect, it } from 'vitest';
import { addresses } from './acme.ts';
import { folder, oncall } from './oncall.ts';
import { team } from './time-project.ts';

async function run(...words: readonly string[]) {
  return oncall(words, { cwd: folder({ 'main.oncall': team }) });
}

const night = ['--at', '2026-01-06T03:00', '--zone', 'America/New_York'];

describe('oncall simulate', () => {
  it('shows each stage, try and answer', async () => {
    const words = ['simulate', '@sre', ...night, '--ack', '@bob=6m'];
    const { code, stdout, stderr } = await run(...words);
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringMatching(/estimate/) });
    expect(stdout).toBe(
      [
        '@sre paged Tue 2026-01-06 03:00 America/New_York',
        '  0m  Tue 03:00  stage 1                     sre is engaged',
        '  0m  Tue 03:00    engage alice, essential   on call in primary',
        '  0m  Tue 03:00      alice, stage 1          stage 1 of alice, 5m: tries phone',
        '  0m  Tue 03:00        try phone of alice',
        '  2m  Tue 03:02        retry phone of alice  again after 2m, if sending failed',
        '  4m  Tue 03:04        retry phone of alice  again after 2m, if sending failed',
        '  5m  Tue 03:05  stage 2                     5m after stage 1 of sre; nobody is on call in day, so it pages nobody (an estimate)',
        '  5m  Tue 03:05    engage bob, essential     named by the plan',
        '  5m  Tue 03:05      bob, stage 1            stage 1 of bob, 5m: tries phone',
        '  5m  Tue 03:05        try phone of bob',
        '  6m  Tue 03:06  ack by bob                  bob answers',
        '  6m  Tue 03:06  bob is left alone           bob has acknowledged',
        '  6m  Tue 03:06  the plan stops              bob was engaged as essential, so no later stage of sre starts',
        '',
      ].join('\n'),
    );
  });

  it('prints JSON, in UTC', async () => {
    const words = ['simulate', 'plan/sre', ...night, '--ack', 'contact/alice=90s'];
    const { stdout } = await run(...words, '--format', 'json');
    const { events } = JSON.parse(stdout);
    const at = '2026-01-06T08:00:00Z';
    const reason = expect.any(String);
    expect(events.slice(0, 4)).toEqual([
      { at, offsetMinutes: 0, kind: 'stage-start', stage: 1, schedules: ['primary'], reason },
      {
        at,
        offsetMinutes: 0,
        kind: 'engage',
        contact: 'alice',
        stage: 1,
        essential: true,
        reason: 'on call in primary',
      },
      { at, offsetMinutes: 0, kind: 'stage-start', contact: 'alice', stage: 1, reason },
      {
        at,
        offsetMinutes: 0,
        kind: 'notify',
        contact: 'alice',
        channel: 'phone',
        stage: 1,
        reason,
      },
    ]);
    const end = { at: '2026-01-06T08:01:30Z', offsetMinutes: 1.5, reason };
    expect(events.slice(4)).toEqual([
      { ...end, kind: 'acknowledge', contact: 'alice', effective: true },
      { ...end, kind: 'stop', contact: 'alice' },
      { ...end, kind: 'stop' },
    ]);
  });

  it('leaves answers out where nobody answers', async () => {
    const words = ['simulate', '@sre', ...night, '--ack', '@alice=1m'];
    expect((await run(...words)).stdout).not.toContain('engage bob');
    const silent = await run(...words, '--nobody-answers');
    expect(silent.stdout).toContain('engage bob');
    expect(silent.stdout).not.toContain('ack by');
  });

  it('takes the zone of the rotations, where that is one', async () => {
    const one = await run('simulate', 'schedule/primary', '--at', '2026-01-06T03:00');
    expect(one.stdout).toContain('paged Tue 2026-01-06 03:00 America/New_York');
    const instant = await run('simulate', '@sre', '--at', '2026-01-06T03:00:00Z');
    expect(instant.stdout).toContain('paged Tue 2026-01-06 03:00 UTC');
    const several = await run('simulate', '@sre', '--at', '2026-01-06T03:00');
    expect({ code: several.code, stdout: several.stdout }).toEqual({ code: 64, stdout: '' });
    expect(several.stderr).toContain('Add --zone');
  });

  it('says where nobody is engaged', async () => {
    const { code, stdout } = await run('simulate', '@day', '--at', '2026-01-06T03:00');
    expect(code).toBe(0);
    expect(stdout).toContain('NOBODY is engaged');
  });

  it.each([
    [['@sre'], 'oncall simulate needs --at'],
    [['@srx', ...night], 'the project has no plan or schedule or contact or extern @srx'],
    [['rotation/primary', ...night], 'rotation/primary'],
    [['@sre', '--at', '2026-01-06', '--zone', 'Mars/Base'], "--zone can't be Mars/Base"],
    [['@sre', ...night, '--ack', '@bob'], "--ack can't be @bob"],
    [['@sre', ...night, '--ack', '@bob=soon'], "--ack can't be @bob=soon"],
    [['@sre', ...night, '--ack', '@sre=5m'], 'the project has no contact or extern @sre'],
  ])('is exit 64 for %j', async (words, message) => {
    const { code, stdout, stderr } = await run('simulate', ...words);
    expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
    expect(stderr).toContain(message);
  });

  it('shows no address', async () => {
    for (const format of ['table', 'json']) {
      const { stdout, stderr } = await run('simulate', '@sre', ...night, '--format', format);
      expect(stdout).toContain('phone');
      for (const address of addresses) expect(stdout + stderr).not.toContain(address);
    }
  });
});
