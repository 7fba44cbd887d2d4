/** The rules about people being reached. */
import { describe, expect, it } from 'vitest';
import { expectMarked } from '../marked.ts';

describe('contact-without-channel', () => {
  it('marks one that a plan, a rotation or a test reaches', () => {
    const found = expectMarked(`
    contact alice < >
    #       ^^^^^ contact-without-channel
    contact bob < >
    #       ^^^ contact-without-channel
    contact carol < >
    #       ^^^^^ contact-without-channel
    contact dan < >
    #       ^^^ contact-without-channel
    contact eve < channel phone voice "+12065550100" stage 5m < notify phone > >
    plan sre < stage 5m < notify @alice > >
    rotation r <
      zone "UTC" start 2026-01-05T09:00 members @bob @eve daily 09:00
      override 2027-01-05T09:00..2027-01-05T10:00 < @dan >
    >
    schedule s < rotation @r >
    test "t" < page @carol at 2026-03-02T03:00 "UTC" expect @carol within 0m >
    `);
    expect(found.map(({ message }) => message.split('.')[0])).toEqual([
      'Plan sre reaches alice, who has no channel',
      'Rotation r reaches bob, who has no channel',
      'Test "t" reaches carol, who has no channel',
      'Rotation r reaches dan, who has no channel',
    ]);
  });

  it('is none of one that nothing reaches, nor of an extern', () => {
    expectMarked(`
    contact alice < >
    #       ^^^^^ unused-contact
    contact bob < channel phone voice "+12065550100" stage 5m < notify phone > >
    contact carol < >
    extern contact director "arn:aws:ssm-contacts:us-east-2:111122223333:contact/director"
    plan sre < stage 5m < notify @bob notify @director > >
    test "t" < page @sre at 2026-03-02T03:00 "UTC" expect no @carol >
    `);
  });

  it('is none where a channel can not be read', () => {
    expectMarked(`
    contact alice <
      chanel phone voice "+12065550100"
    # ^^^^^^ unexpected-token
    >
    plan sre < stage 5m < notify @alice > >
    `);
  });

  it('is told of a declaration whose neighbour on the line can not be read', () => {
    expectMarked(`
    plan sre < stage 5m < notify @alice > > contact alice < > contact bob < chanel x >
    #                                               ^^^^^ contact-without-channel
    #                                                                 ^^^ unused-contact
    #                                                                       ^^^^^^ unexpected-token
    `);
  });
});

describe('contact-without-stage', () => {
  it('marks one whose stages notify nothing', () => {
    expectMarked(`
    template waits < stage 5m < > >
    contact alice < channel phone voice "+12065550100" >
    #       ^^^^^ contact-without-stage
    contact bob < channel phone voice "+12065550101" stage 5m < > use waits >
    #       ^^^ contact-without-stage
    plan sre < stage 5m < notify @alice notify @bob > >
    `);
  });

  it('is none where a template notifies', () => {
    expectMarked(`
    contact alice < channel phone voice "+12065550100" use paged >
    template paged < stage 5m < notify phone > >
    plan sre < stage 5m < notify @alice > >
    `);
  });

  it('is none where the one mistake is told already', () => {
    expectMarked(`
    contact alice < channel phone voice "+12065550100" use pagde >
    #                                                      ^^^^^ dangling-template
    contact bob < channel phone voice "+12065550101" stage 5m < notify phoen > >
    #                                                                  ^^^^^ dangling-channel
    template paged < stage 5m < notify phone > >
    plan sre < stage 5m < notify @alice notify @bob > >
    `);
  });
});

describe('plan-reaches-nobody', () => {
  it('marks a plan without a target', () => {
    expectMarked(`
    plan one < >
    #    ^^^ plan-reaches-nobody
    plan two < stage 5m < > >
    #    ^^^ plan-reaches-nobody
    `);
  });

  it('is none where the only target dangles', () => {
    expectMarked(`
    plan one < stage 5m < notify @alice > >
    #                            ^^^^^^ dangling-contact
    `);
  });
});

describe('unused-contact', () => {
  it('is a warning at the name', () => {
    const [found] = expectMarked(`
    contact alice < channel phone voice "+12065550100" stage 5m < notify phone > >
    #       ^^^^^ unused-contact
    `);
    expect(found?.severity).toBe('warning');
  });

  it('is none where anything names it, be it in the wrong place or nearly', () => {
    expectMarked(`
    contact alice < channel phone voice "+12065550100" stage 5m < notify phone > >
    schedule s < rotation @alice >
    #                     ^^^^^^ wrong-kind
    contact bob < channel phone voice "+12065550101" stage 5m < notify phone > >
    plan sre < stage 5m < notify @bobb > >
    #                            ^^^^^ dangling-contact
    `);
  });
});
