/** A small team, as text, for the stories about time. */
export const team = `contact alice <
  channel phone voice "+12065550100"
  stage 5m < notify phone retry 2m >
>

contact bob <
  channel phone voice "+12065550101"
  stage 5m < notify phone >
>

rotation primary <
  zone "America/New_York"
  start 2026-01-05T09:00
  members @alice @bob
  weekly mon 09:00
  override 2026-01-14T09:00..2026-01-14T17:00 < >
>

rotation office <
  zone "Europe/London"
  start 2026-01-05T09:00
  members @bob
  daily 09:00
  cover mon..fri 09:00..17:00
>

# Of this one rotation, so that the name means the same shifts both ways.
schedule primary < rotation @primary >

schedule office <
  rotation @office
  rotation @primary
>

schedule day < rotation @office >

plan sre <
  stage 5m < notify @primary essential >
  stage 10m <
    notify @bob essential
    notify @day
  >
>

plan everyone < stage 5m < notify @office > >
`;
