import { describe, expect, it } from 'vitest';
import type { MarkupContent } from 'vscode-languageserver';
import { hover } from '../../src/features/hover.ts';
import { bracketed, picture, type Stage } from '../pictures.ts';

async function hovered(text: string, stage: Stage = {}) {
  const { snapshot, params } = await picture(text, stage);
  const found = hover(snapshot, params);
  return {
    words: (found?.contents as MarkupContent | undefined)?.value,
    marked: found?.range && bracketed(snapshot.file, [found.range]),
  };
}

async function words(text: string, stage?: Stage): Promise<string | undefined> {
  return (await hovered(text, stage)).words;
}

const people = `
# Wakes early. *Really*
contact alice "Alice <b> Example" <
  channel phone voice "+12065550100"
  channel text "Own phone" sms $ALICE_SMS
  channel mail email "alice@example.com" deferred
  stage 5m < notify phone retry 2m >
  stage 10m < >
  stage 5m <
    notify text
    notify mail
  >
>
contact bob < channel phone voice "+12065550101" stage 5m < notify phone > >
rotation primary "First line" <
  zone "America/New_York"
  start 2026-01-05T09:00
  members @alice @bob
  daily 09:00
>
schedule sre < rotation @primary >
`;

describe('hover', () => {
  it('tells how a contact is reached, with addresses masked', async () => {
    const { words: found, marked } = await hovered(
      `plan p < stage 5m < notify @ali┆ce > >${people}`,
    );
    expect(marked).toContain('notify [@alice] >');
    expect(found).toBe(
      [
        '**contact** `alice` Alice \\<b\\> Example',
        'Wakes early\\. \\*Really\\*',
        [
          '- `phone` calls `+1******0100`',
          '- `text` (Own phone) texts `$ALICE_SMS`, not set here',
          '- `mail` mails `a****@example.com`, code not sent yet',
        ].join('\n'),
        'When engaged, for 20m:',
        [
          '- at once: `phone`, again every 2m where sending fails',
          '- after 5m: waits',
          '- after 15m: `text`, `mail`',
        ].join('\n'),
      ].join('\n\n'),
    );
  });

  it('shows no address whole, that of a variable neither', async () => {
    const stage = { environment: { ALICE_SMS: '+12065550199' } };
    for (const place of ['contact ┆alice "A', '$ALICE┆_SMS', 'notify te┆xt', 'channel te┆xt']) {
      const found = await words(people.replace(place.replace('┆', ''), place), stage);
      expect(found).toContain('`+1******0199`');
      expect(found).not.toMatch(/2065550|alice@/);
    }
  });

  it('draws a plan from now on', async () => {
    const found = await words(
      `plan ┆p < stage 5m < notify @sre essential > stage 0m < notify @bob > >${people}`,
      {
        now: Date.UTC(2026, 0, 6, 12) / 1_000,
      },
    );
    expect(found).toContain(
      'If paged now and nobody answers, by the clocks of America/New\\_York:',
    );
    expect(found).toContain('0m  Tue 07:00  stage 1');
    expect(found).toContain('0m  Tue 07:00    engage alice, essential');
    expect(found).toContain('5m  Tue 07:05    engage bob');
    expect(found).toContain('An estimate');
  });

  it('tells the next three shifts of a rotation, the one that holds now first', async () => {
    const found = await words(people.replace('@primary', '@prim┆ary'), {
      now: Date.UTC(2026, 0, 6, 12) / 1_000,
    });
    expect(found?.split('\n').filter((line) => line.startsWith('- '))).toEqual([
      '- Mon 2026\\-01\\-05 09\\:00 to Tue 2026\\-01\\-06 09\\:00: `alice`, now',
      '- Tue 2026\\-01\\-06 09\\:00 to Wed 2026\\-01\\-07 09\\:00: `bob`',
      '- Wed 2026\\-01\\-07 09\\:00 to Thu 2026\\-01\\-08 09\\:00: `alice`',
    ]);
    expect(found).toContain('An estimate');
  });

  it('tells who is on call in a schedule, and nobody in plain sight', async () => {
    const text = people.replace('schedule sre', 'schedule s┆re');
    const then = await words(text, { now: Date.UTC(2026, 0, 6, 12) / 1_000 });
    expect(then).toContain('On call now: `alice`');
    expect(then).toContain('then bob');
    expect(await words(text, { now: Date.UTC(2026, 0, 1) / 1_000 })).toContain(
      'On call now: **NOBODY**',
    );
  });

  it.each([
    ['contact c < channel m ema┆il "x" >', 'Sends a mail\\.'],
    ['pl┆an p < >', 'plan NAME [STRING] < … >'],
    ['plan p < stage 5m < not┆ify @a > >', 'whoever is on call in a schedule'],
    ['contact c < stage 5m < not┆ify a > >', 'Engages a channel of this contact'],
    ['schedule s < rot┆ation @r >', 'rotation REF'],
    ['plan p < stage 1h┆30m < > >', '1 hour 30 minutes\\.'],
    [
      'rotation r < zone "Europe┆/Paris" >',
      'It is Mon 2026\\-01\\-05 13\\:00 there, UTC\\+01\\:00.',
    ],
    ['rotation r < zone "Europe/Paris" start 2026-07┆-01T09:00 >', '`2026-07-01T07:00:00Z`'],
    [
      'rotation r < zone "Europe/Paris" start 2026-07┆-01T09:00 >',
      'Wed 2026\\-07\\-01 09\\:00 UTC\\+02\\:00',
    ],
    ['rotation r < start 2026-07-01T09:00┆-05:00 >', '`2026-07-01T14:00:00Z`'],
    ['rotation r < zone "Europe/Paris" daily 09┆:00 >', '08\\:00 UTC'],
    ['contact c < channel m sms $┆NO_SUCH >', 'not set here'],
    [
      'extern contact ┆d "arn:aws:ssm-contacts:us-east-2:111122223333:contact/d"',
      'Looked after elsewhere',
    ],
    ['template t┆ < stage 5m < notify phone retry 1m > >', '`phone`, again every 1m'],
    ['# oncall-ignore unused-┆contact: new\ncontact c < >', '`unused-contact`: a warning'],
    ['project p < lint unused-con┆tact off >', 'a warning'],
    ['project ┆p < >\ncontact a < >', '1 contact, 0 plans'],
  ])('tells of %j', async (text, expected) => {
    expect(await words(text)).toContain(expected);
  });

  it.each(['contact a < > # wo┆rd', 'contact a "La┆bel" < >', 'contact a ┆ < >', '┆', '@@ ┆junk'])(
    'tells nothing of %j',
    async (text) => {
      expect(await words(text)).toBeUndefined();
    },
  );

  it('is plain where the client knows no markdown', async () => {
    const capabilities = { textDocument: { hover: { contentFormat: ['plaintext' as const] } } };
    const { words: found } = await hovered(people.replace('contact alice', 'contact ┆alice'), {
      capabilities,
    });
    expect(found).toContain(
      'contact alice Alice <b> Example\n\nWakes early. *Really*\n\n- phone calls +1******0100',
    );
  });
});
