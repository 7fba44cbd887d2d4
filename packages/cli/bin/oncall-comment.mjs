#!/usr/bin/env node
// For CI: runs a command, and keeps what it prints in one comment of a pull or merge request, which
// the next run changes. Ends as the command ends.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const usage = `oncall-comment keeps what a command prints in one comment of a pull request

  oncall-comment --github OWNER/REPOSITORY --change NUMBER -- oncall plan --format markdown
  oncall-comment --gitlab PROJECT --change NUMBER -- oncall plan --format markdown

  --github OWNER/REPOSITORY  token in GITHUB_TOKEN; API at GITHUB_API_URL (https://api.github.com)
  --gitlab PROJECT           id or path; token in GITLAB_TOKEN; API at CI_API_V4_URL
                             (https://gitlab.com/api/v4)
  --change NUMBER            of the request; where it is no number there is none, and the command
                             is run all the same
  --name NAME                tells comments of several projects apart (oncall plan)

What the command prints on stdout is printed too. Exit codes: those of the command; 64 wrong usage;
69 the comment could not be made.
`;

/** What both services need; text is the comment. */
const services = {
  github: (repository, change, env) => {
    const root = `${env.GITHUB_API_URL || 'https://api.github.com'}/repos/${repository}/issues`;
    return {
      token: 'GITHUB_TOKEN',
      headers: {
        authorization: `Bearer ${env.GITHUB_TOKEN}`,
        accept: 'application/vnd.github+json',
      },
      comments: `${root}/${change}/comments`,
      comment: (id) => `${root}/comments/${id}`,
      change: 'PATCH',
    };
  },
  gitlab: (project, change, env) => {
    const root = `${env.CI_API_V4_URL || 'https://gitlab.com/api/v4'}/projects`;
    const notes = `${root}/${encodeURIComponent(project)}/merge_requests/${change}/notes`;
    return {
      token: 'GITLAB_TOKEN',
      headers: { 'private-token': env.GITLAB_TOKEN },
      comments: notes,
      comment: (id) => `${notes}/${id}`,
      change: 'PUT',
    };
  },
};

process.exitCode = await main(process.argv.slice(2), process.env);

async function main(words, env) {
  const asked = read(words);
  if (asked === 'help') {
    process.stdout.write(usage);
    return 0;
  }
  if (asked === undefined) {
    process.stderr.write(usage);
    return 64;
  }
  const { kind, place, change, name, command } = asked;
  const [program, ...rest] = command;
  const ran = spawnSync(program, rest, {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  if (ran.error !== undefined) process.stderr.write(`${program}: ${ran.error.message}\n`);
  const code = ran.status ?? 70;
  const printed = ran.stdout ?? '';
  process.stdout.write(printed);
  if (!/^\d+$/.test(change)) return code;

  const service = services[kind](place, change, env);
  if (!env[service.token]) {
    process.stderr.write(`${service.token} is not set, so there is no comment\n`);
    return code || 69;
  }
  const failed = `**${name}** failed with exit code ${code}; the log tells why.\n`;
  const marker = `<!-- ${name} -->`;
  try {
    await keep(`${printed || failed}\n${marker}\n`, marker, service);
  } catch (error) {
    process.stderr.write(`the comment could not be made: ${error.cause?.code ?? error.message}\n`);
    return code || 69;
  }
  return code;
}

/** What was asked for; undefined where that is not understood. */
function read(words) {
  try {
    const end = words.indexOf('--');
    const { values } = parseArgs({
      args: end === -1 ? words : words.slice(0, end),
      options: {
        github: { type: 'string' },
        gitlab: { type: 'string' },
        change: { type: 'string' },
        name: { type: 'string', default: 'oncall plan' },
        help: { type: 'boolean' },
      },
    });
    if (values.help) return 'help';
    const { github, gitlab, change, name } = values;
    const command = end === -1 ? [] : words.slice(end + 1);
    const isOne = (github === undefined) !== (gitlab === undefined);
    // It goes into a comment of HTML, which these could end, and into Markdown.
    if (
      !isOne ||
      change === undefined ||
      command.length === 0 ||
      !/^[\p{L}\p{M}\p{N} ./_+,=-]+$/u.test(name)
    ) {
      return undefined;
    }
    const kind = github === undefined ? 'gitlab' : 'github';
    return { kind, place: github ?? gitlab, change, name, command };
  } catch {
    return undefined;
  }
}

/** Changes the comment with the marker, or makes it. */
async function keep(body, marker, { headers, comments, comment, change }) {
  const send = async (method, url, content) => {
    const response = await fetch(url, {
      method,
      headers: { ...headers, 'content-type': 'application/json', 'user-agent': 'oncall' },
      ...(content === undefined ? {} : { body: JSON.stringify(content) }),
    });
    if (!response.ok) throw new Error(`${method} ${url} was answered with ${response.status}`);
    return response.json();
  };
  for (let page = 1; ; page += 1) {
    const found = await send('GET', `${comments}?per_page=100&page=${page}`);
    const own = found.find((each) => each.body?.trimEnd().endsWith(marker));
    if (own !== undefined) return send(change, comment(own.id), { body });
    if (found.length < 100) return send('POST', comments, { body });
  }
}
