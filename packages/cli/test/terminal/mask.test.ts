import { describe, expect, it } from 'vitest';
import { maskAddresses, maskLine } from '../../src/terminal/mask.ts';

describe('maskAddresses', () => {
  it.each([
    ['+12065550100', '+1******0100'],
    ['call +1 (206) 555-0100 now', 'call +1 (***) ***-0100 now'],
    ['alice@example.com', 'a****@example.com'],
    ['<a@example.com>', '<*@example.com>'],
    ['alice.example+on-call@mail.example.com', 'a********************@mail.example.com'],
    ['two: +12065550100, bob@example.com', 'two: +1******0100, b**@example.com'],
  ])('hides %s', (text, masked) => {
    expect(maskAddresses(text)).toBe(masked);
    expect(masked).toHaveLength(text.length);
  });

  it.each([
    '@alice',
    'notify @sre-oncall essential',
    'arn:aws:ssm-contacts:us-east-2:111122223333:contact/director',
    '2026-01-05T09:00+05:30',
    'main.oncall:12:18',
    'packages/node_modules/.pnpm/diff@9.0.0/index.js',
    '+1******0100',
  ])('leaves %s', (text) => {
    expect(maskAddresses(text)).toBe(text);
  });

  it('takes time linear in the length of the text', () => {
    const started = performance.now();
    for (const part of ['a', '+1', 'a@', 'a.', '@a.', 'sms "']) maskAddresses(part.repeat(200_000));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('maskLine', () => {
  it.each([
    ['  channel phone voice "12065550100"', '  channel phone voice "12*****0100"'],
    ['  channel text sms "+1 206 555 01"', '  channel text sms "+1 *** **5 01"'],
    ['  channel mail email "alice at example"', '  channel mail email "al*** ** ***mple"'],
    ['  channel phone voice "+1206', '  channel phone voice "+1***'],
    ['  channel phone voice $ALICE', '  channel phone voice $ALICE'],
    ['  channel phone voice "\\u{2b}12065550100"', '  channel phone voice "\\u{**}*******0100"'],
  ])('hides what stands where an address is meant: %s', (line, masked) => {
    expect(maskLine(line, '')).toBe(masked);
  });

  it('sees the type of a channel in the line before', () => {
    expect(maskLine('"12065550100"', 'channel phone voice\n')).toBe('"12*****0100"');
    expect(maskLine('"12065550100"', 'account\n')).toBe('"12065550100"');
  });

  it('sees it also where comments stand between', () => {
    const masked = '"12*****0100"';
    expect(maskLine('"12065550100"', 'channel phone voice # office\n')).toBe(masked);
    expect(maskLine('"12065550100"', 'channel phone sms\r\n\r\n  # a # b\r\n')).toBe(masked);
    expect(maskLine('"12065550100"', 'account # voice of\n')).toBe('"12065550100"');
  });
});
