/** The project of the runs that docs/commands shows. */

export const demo = `project demo <
  account "111122223333"
  region "us-east-2"
>

contact alice "Alice Example" <
  channel phone voice $ALICE_PHONE
  channel mail email "alice@example.com"
  stage 5m <
    notify phone
    notify mail
  >
>

contact bob "Bob Example" <
  channel phone voice $BOB_PHONE
  channel mail email "bob@example.com"
  stage 5m <
    notify phone
    notify mail
  >
>

rotation primary <
  zone "America/New_York"
  start 2026-01-05T09:00
  members @alice @bob
  weekly mon 09:00
>

schedule sre-oncall "SRE on call" < rotation @primary >

plan sre "SRE" <
  stage 5m < notify @sre-oncall essential >
  stage 10m <
    notify @alice essential
    notify @bob essential
  >
>

test "a silent night reaches everyone in five minutes" <
  page @sre at 2026-03-02T03:00 "America/New_York"
  expect @bob within 0m
  expect @alice within 5m
>
`;

/** What `oncall.env` says. */
export const demoValues = 'ALICE_PHONE=+12065550100\nBOB_PHONE=+12065550101\n';
