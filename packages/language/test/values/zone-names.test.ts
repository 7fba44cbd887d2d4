import { describe, expect, it } from 'vitest';
import { zoneNames } from '../../src/values/zone-names.ts';

describe('zoneNames', () => {
  it('holds zones and links, at the top and in folders', () => {
    for (const name of [
      'UTC',
      'EST5EDT',
      'W-SU',
      'Africa/Abidjan',
      'America/New_York',
      'America/Argentina/Buenos_Aires',
      'America/Argentina/ComodRivadavia',
      'Asia/Calcutta',
      'Asia/Kolkata',
      'Etc/GMT-14',
      'Europe/Kyiv',
      'Europe/Kiev',
      'Pacific/Yap',
      'US/Samoa',
    ]) {
      expect(zoneNames()).toContain(name);
    }
  });

  it('names each once, as the service takes it', () => {
    expect(new Set(zoneNames()).size).toBe(zoneNames().length);
    // TimeZoneId of the service's model.
    for (const name of zoneNames()) expect(name).toMatch(/^[:a-zA-Z0-9_\-\s.\\/]{1,255}$/);
  });

  it('lacks none that this platform lists, but for those with a plus', () => {
    const listed = Intl.supportedValuesOf('timeZone').filter((name) => !name.includes('+'));
    expect(listed.length).toBeGreaterThan(400);
    const known = new Set(zoneNames());
    expect(listed.filter((name) => !known.has(name))).toEqual([]);
  });
});
