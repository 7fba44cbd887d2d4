/**
 * A project of a given number of contacts, each with two channels and two stages, and half as many
 * plans of three stages: the same on each run, as `.oncall` text and as JSON of the same data.
 */

/** A first project: 20 lines. */
export const twentyLines = {
  oncall: [
    {
      path: 'main.oncall',
      text: `project bench <
  account "111122223333"
  region "us-east-2"
>
contact alice "Alice Example" <
  channel phone voice "+12065550100"
  channel mail email "alice@example.com"
  stage 5m < notify phone retry 2m >
  stage 10m < notify mail >
>

contact bob <
  channel phone voice "+12065550101"
  channel text sms "+12065550101"
  stage 10m < notify phone notify text >
>
plan sre <
  stage 10m < notify @alice essential >
  stage 10m < notify @bob >
>
`,
    },
  ],
};

/** Files of about 100 contacts, as a company might cut them; or of as many as is said. */
export function project(contacts, perFile = 100) {
  const parts = [];
  for (let from = 0; from < contacts; from += perFile) {
    const last = Math.min(from + perFile, contacts);
    parts.push({
      contacts: range(from, last).map(contact),
      plans: range(from / 2, last / 2).map((number) => plan(number, contacts)),
    });
  }
  return {
    oncall: [
      { path: 'project.oncall', text: head },
      ...parts.map((part, at) => ({ path: `team-${padded(at)}.oncall`, text: oncall(part) })),
    ],
    json: parts.map((part) => JSON.stringify(part, null, 2)),
    compactJson: parts.map((part) => JSON.stringify(part)),
  };
}

const head = `project bench <
  account "111122223333"
  region "us-east-2"
>
`;

function contact(number) {
  const name = `person-${padded(number)}`;
  return {
    name,
    displayName: `Person Number ${number}`,
    channels: [
      // There is no country of the code 999.
      { name: 'phone', type: 'voice', address: `+99955501${padded(number)}` },
      { name: 'mail', type: 'email', address: `${name}@example.com` },
    ],
    stages: [
      { minutes: 5, targets: [{ channel: 'phone', retryMinutes: 2 }] },
      { minutes: 10, targets: [{ channel: 'phone' }, { channel: 'mail' }] },
    ],
  };
}

function plan(number, contacts) {
  const person = (offset) => `person-${padded((2 * number + offset) % contacts)}`;
  return {
    name: `plan-${padded(number)}`,
    displayName: `Plan Number ${number}`,
    stages: [
      { minutes: 10, targets: [{ contact: person(0), essential: true }] },
      { minutes: 10, targets: [{ contact: person(1), essential: true }] },
      // People of other files too.
      { minutes: 15, targets: [{ contact: person(117) }, { contact: person(1031) }] },
    ],
  };
}

function oncall({ contacts, plans }) {
  return [...contacts.map(contactText), ...plans.map(planText)].join('\n');
}

function contactText({ name, displayName, channels, stages }) {
  return block(`contact ${name} "${displayName}"`, [
    ...channels.map((each) => `  channel ${each.name} ${each.type} "${each.address}"\n`),
    ...stages.map(stageText),
  ]);
}

function planText({ name, displayName, stages }) {
  return block(`plan ${name} "${displayName}"`, stages.map(stageText));
}

function stageText({ minutes, targets }) {
  const [first, ...others] = targets.map(targetText);
  if (others.length === 0) return `  stage ${minutes}m < ${first} >\n`;
  return `  stage ${minutes}m <\n${targets.map((each) => `    ${targetText(each)}\n`).join('')}  >\n`;
}

function targetText({ channel, retryMinutes, contact: person, essential }) {
  if (person !== undefined) return `notify @${person}${essential ? ' essential' : ''}`;
  return `notify ${channel}${retryMinutes === undefined ? '' : ` retry ${retryMinutes}m`}`;
}

function block(words, items) {
  return `${words} <\n${items.join('')}>\n`;
}

function range(from, to) {
  return Array.from({ length: to - from }, (_, at) => from + at);
}

function padded(number) {
  return String(number).padStart(5, '0');
}
