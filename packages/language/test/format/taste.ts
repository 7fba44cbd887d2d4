/** A program with all that the language has, in its form. */
export const taste = `project acme <
  account "111122223333"
  region "us-east-2"
  tag team "sre"
>

# Anyone on call is rung first, then texted and mailed.
template paged <
  stage 5m < notify phone retry 2m >
  stage 10m <
    notify text
    notify mail
  >
>

contact alice "Alice Example" <
  channel phone voice "+12065550100"
  channel text sms $ALICE_SMS
  channel mail email "alice@example.com"
  use paged
>

contact bob "Bob Example" <
  channel phone voice "+12065550101"
  stage 10m < notify phone retry 5m >
>

rotation primary "SRE primary" <
  zone "America/New_York"
  start 2026-01-05T09:00
  members @alice @bob
  weekly mon 09:00
>

schedule sre-oncall "SRE on call" < rotation @primary >

plan sre "SRE escalation" <
  stage 5m < notify @sre-oncall essential >
  stage 10m <
    notify @alice essential
    notify @bob essential
  >
  stage 0m < notify @director >
>

extern contact director "arn:aws:ssm-contacts:us-east-2:111122223333:contact/director"

test "a silent primary reaches alice in five minutes" <
  page @sre at 2026-03-02T03:00 "America/New_York"
  ack @alice after 7m
  expect @bob within 0m
  expect @alice within 5m
  expect no @director
>
`;
