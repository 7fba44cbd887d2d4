/** A small project that nothing is wrong with, and what can be wrong besides. */

export const clean = `contact alice <
  channel phone voice "+12065550100"
  channel mail email "alice@example.com"
  stage 5m <
    notify phone
    notify mail
  >
>

plan sre <
  stage 5m < notify @alice essential >
  stage 5m < notify @director >
>

extern contact director $DIRECTOR
`;

/** A contact whom nothing names: a warning. */
export function unused(name: string): string {
  return `contact ${name} <
  channel phone voice $PHONE_${name.toUpperCase()}
  channel mail email "${name}@example.com"
  stage 5m <
    notify phone
    notify mail
  >
>
`;
}

/** A plan with an error that has no certain fix. */
export const dangling = 'plan other < stage 5m < notify @nobody essential > >\n';

/** A plan with an error that has one. */
export const tooLong = `plan long <
  stage 45m < notify @alice essential >
  stage 5m < notify @director >
>
`;

export const tooLongMended = `plan long <
  stage 30m < notify @alice essential >
  stage 15m < >
  stage 5m < notify @director >
>
`;
