/** Comments that silence, and levels that a project sets. */
import { describe, expect, it } from 'vitest';
import { expectMarked } from '../marked.ts';

describe('oncall-ignore', () => {
  it('silences a warning in the declaration below, and all in it', () => {
    expectMarked(
      `
    # oncall-ignore unused-contact: leaves in May
    contact alice < channel phone voice "+12065550100" stage 5m < notify phone > >
    contact bob < channel phone voice "+12065550101" stage 5m < notify phone > >
    #       ^^^ unused-contact
    # Two of them, and a comment between.
    # oncall-ignore time-does-not-exist: that is meant
    # Still directly above.
    # oncall-ignore time-is-ambiguous: that too
    rotation r <
      zone "America/New_York"
      start 2026-03-08T02:30
      members @carol
    #         ^^^^^^ dangling-contact
      daily 09:00
      override 2026-11-01T01:30..2026-11-01T02:30 < >
    >
    schedule s < rotation @r >
    `,
    );
  });

  it('silences in the item below alone', () => {
    expectMarked(`
    contact alice < channel phone voice "+12065550100" stage 5m < notify phone > >
    rotation r <
      zone "America/New_York"
      # oncall-ignore time-does-not-exist: it was so
      start 2026-03-08T02:30
      members @alice
      daily 09:00
      override 2027-03-14T02:30..2027-03-14T09:30 < >
    #          ^^^^^^^^^^^^^^^^ time-does-not-exist
    >
    schedule s < rotation @r >
    `);
  });

  it('never silences an error', () => {
    const found = expectMarked(
      `
    # oncall-ignore dangling-contact: later
  # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-code
    plan sre < stage 5m < notify @alice > >
    #                            ^^^^^^ dangling-contact
    `,
    );
    expect(found[0]?.message).toBe(
      "dangling-contact is an error, which can't be silenced. Mend what it marks instead.",
    );
  });

  it('wants a reason, and silences without', () => {
    expectMarked(`
    # oncall-ignore unused-contact
  # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ignore-without-reason
    contact alice < channel phone voice "+12065550100" stage 5m < notify phone > >
    # oncall-ignore unused-contact:
  # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ignore-without-reason
    contact bob < channel phone voice "+12065550101" stage 5m < notify phone > >
    `);
  });

  it('is told where it names no code, or none at all', () => {
    const found = expectMarked(`
    # oncall-ignore unused-contcat: leaves in May
  # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-code
    contact alice < channel phone voice "+12065550100" stage 5m < notify phone > >
    #       ^^^^^ unused-contact
    # oncall-ignore
  # ^^^^^^^^^^^^^^^ unknown-code
    plan sre < stage 5m < notify @director > >
    extern contact director $DIRECTOR
    `);
    expect(found.map(({ message }) => message).filter((it) => it.includes(' is no '))).toEqual([
      'unused-contcat is no diagnostic. Did you mean unused-contact?',
    ]);
  });

  it('is told where it silences nothing', () => {
    expectMarked(`
    # oncall-ignore unused-contact: she is used
  # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-ignore
    contact alice < channel phone voice "+12065550100" stage 5m < notify phone > >
    # oncall-ignore unused-contact: not directly above
  # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-ignore

    contact bob < channel phone voice "+12065550101" stage 5m < notify phone > >
    #       ^^^ unused-contact
    plan sre < # oncall-ignore unused-contact: at a line's end
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-ignore
      stage 5m < notify @alice >
    >
    # oncall-ignore unused-contact: at the end of the file
  # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-ignore
    `);
  });

  it('is no such comment with other words', () => {
    expectMarked(`
    # see oncall-ignore unused-contact: in the documentation
    # oncall-ignored unused-contact: x
    contact alice < channel phone voice "+12065550100" stage 5m < notify phone > >
    #       ^^^^^ unused-contact
    `);
  });

  it('may be written without blanks, and with tabs', () => {
    expectMarked(`
    #oncall-ignore unused-contact:x
    contact alice < channel phone voice "+12065550100" stage 5m < notify phone > >
    #\toncall-ignore\tunused-contact : y
    contact bob < channel phone voice "+12065550101" stage 5m < notify phone > >
    `);
  });

  it('silences what the project makes an error', () => {
    expectMarked(`
    project p < lint unused-contact error >
    # oncall-ignore unused-contact: leaves in May
    contact alice < channel phone voice "+12065550100" stage 5m < notify phone > >
    `);
  });
});

describe('lint', () => {
  const alice = 'contact alice < channel phone voice "+12065550100" stage 5m < notify phone > >\n';

  it('makes an error of a warning, and nothing of it', () => {
    const [found] = expectMarked(
      `
    project p < lint unused-contact error >
    ${alice}
    #       ^^^^^ unused-contact
    `.replace('\n\n', '\n'),
    );
    expect(found?.severity).toBe('error');
    expectMarked(`
    project p < lint unused-contact off >
    ${alice}`);
  });

  it('is told where it names no code, an error, or one twice', () => {
    expectMarked(`
    project p <
      lint unused-contcat off
    #      ^^^^^^^^^^^^^^ unknown-code
      lint dangling-contact warning
    #      ^^^^^^^^^^^^^^^^ unknown-code
      lint unused-contact off
    # ~~~~ duplicate-item
      lint unused-contact warning
    # ^^^^ duplicate-item
    >
    `);
  });

  it('sets the level of what is said of comments too', () => {
    const found = expectMarked(`
    project p < lint unused-ignore error lint ignore-without-reason off >
    # oncall-ignore unused-contact
  # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-ignore
    `);
    expect(found.map(({ severity }) => severity)).toEqual(['error']);
  });
});
