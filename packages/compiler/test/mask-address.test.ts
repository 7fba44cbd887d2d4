import { describe, expect, it } from 'vitest';
import { maskAddress } from '../src/index.ts';

describe('maskAddress', () => {
  it.each([
    ['+12065550100', '+1******0100'],
    ['+49301234567890', '+4*********7890'],
    ['alice@example.com', 'a****@example.com'],
    ['a@example.com', '*@example.com'],
    ['"odd@local"@example.com', '"**********@example.com'],
    ['@example.com', '*@example.com'],
    ['+1234', '*****'],
    ['+12345', '******'],
    ['', '*'],
    ['ünal@example.com', 'ü***@example.com'],
  ])('%s is shown as %s', (address, shown) => {
    expect(maskAddress(address)).toBe(shown);
  });
});
