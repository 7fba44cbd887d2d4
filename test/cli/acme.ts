/** A small company, as text that tests change. */
export const acme = `project acme <
  account "111122223333"
  region "us-east-2"
  tag team "sre"
>

contact alice "Alice Example" <
  channel phone voice "+12065550100"
  channel mail email $ALICE_MAIL
  stage 5m < notify phone retry 2m >
  stage 10m < notify mail >
>

contact bob <
  channel phone "Bob's" voice "+12065550101" deferred
  stage 5m < notify phone >
>

rotation primary "SRE primary" <
  zone "America/New_York"
  start 2026-01-05T09:00
  members @alice @bob
  weekly mon 09:00
  cover mon..fri 08:00..20:00
  override 2027-02-01T09:00..2027-02-02T09:00 < @bob >
>

schedule on-call "On call" < rotation @primary >

plan sre "SRE" <
  stage 5m < notify @on-call essential >
  stage 10m <
    notify @alice
    notify @bob essential
  >
  stage 0m < notify @director >
>

extern contact director "arn:aws:ssm-contacts:us-east-2:111122223333:contact/director"
`.replace('"Bob\'s"', '"Bob phone"');

export const variables = 'ALICE_MAIL=alice@example.com\n';

/** None of these may be shown by anything. */
export const addresses = ['2065550100', '2065550101', 'alice@'];
