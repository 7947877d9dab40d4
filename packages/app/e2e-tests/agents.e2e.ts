import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { until } from '@datalark/local-engines';
import { openBrowser, signIn } from './browser';
import { ExampleJobs } from './exampleJobs';
import { Portal, ROOT } from './portal';

const NAME = 'sensor-stream';
const JOB = `datajob:default/${NAME}`;

describe('the same verbs for agents and shells', () => {
  let portal: Portal;
  let jobs: ExampleJobs;
  before(async () => {
    portal = await Portal.start();
    jobs = new ExampleJobs(portal);
    await jobs.untilState(NAME, 'running');
  });
  after(() => portal.remove());

  it('are MCP tools', async () => {
    const tools = await mcp(portal, 'tools/list', {});
    const names = tools.tools.map((tool: any) => tool.name);
    for (const name of [
      'list-jobs',
      'deploy-job',
      'suspend-job',
      'resume-job',
    ]) {
      assert.ok(
        names.some((each: string) => each.endsWith(name)),
        `${name} is missing in ${names.join(', ')}`,
      );
    }
    const tool = (suffix: string) =>
      names.find((each: string) => each.endsWith(suffix));

    await mcp(portal, 'tools/call', {
      name: tool('suspend-job'),
      arguments: { entityRef: JOB, reason: 'An agent tries it' },
    });
    await jobs.untilState(NAME, 'suspended');
    const { items } = await jobs.call(`/default/${NAME}/operations`);
    assert.equal(items[0].verb, 'suspend');
    assert.equal(items[0].surface, 'action');
    assert.equal(items[0].requestedBy, 'user:default/guest');
    assert.equal(items[0].reason, 'An agent tries it');
  });

  it('are commands of the Backstage CLI', async () => {
    const home = mkdtempSync(join(tmpdir(), 'datalark-cli-'));
    const browser = await openBrowser();
    try {
      const { page } = await signIn(browser, portal);
      const login = cli(home, [
        'auth',
        'login',
        '--no-browser',
        '--backend-url',
        portal.url,
        '--instance',
        'here',
      ]);
      const address = await until(
        'the address to sign in',
        async () => /(http:\/\/\S*authorize\S*)/.exec(login.output())?.[1],
        Boolean,
      );
      await page.goto(address!);
      await page
        .getByRole('button', { name: /authorize|approve|allow/i })
        .click();
      assert.equal(await login.ended, 0, login.output());

      const add = cli(home, ['actions', 'sources', 'add', 'data-jobs']);
      assert.equal(await add.ended, 0, add.output());
      const resume = cli(home, [
        'actions',
        'execute',
        'data-jobs:resume-job',
        '--entity-ref',
        JOB,
      ]);
      assert.equal(await resume.ended, 0, resume.output());
      await jobs.untilState(NAME, 'running');
    } finally {
      await browser.close();
      rmSync(home, { recursive: true, force: true });
    }
  });

  it('refuse somebody without a token', async () => {
    const answer = await fetch(`${portal.url}/api/mcp-actions/v1`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json, text/event-stream',
      },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' }),
    });
    assert.equal(answer.status, 401);
  });
});

async function mcp(portal: Portal, method: string, params: object) {
  const answer = await fetch(`${portal.url}/api/mcp-actions/v1`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/json, text/event-stream',
      Authorization: `Bearer ${await portal.token()}`,
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  });
  const text = await answer.text();
  const data = /^data: (.*)$/m.exec(text)?.[1] ?? text;
  const body = JSON.parse(data);
  assert.ok(!body.error && !body.result?.isError, data);
  return body.result;
}

function cli(home: string, args: string[]) {
  const child = spawn(
    process.execPath,
    [join(ROOT, 'node_modules/@backstage/cli/bin/backstage-cli'), ...args],
    {
      cwd: ROOT,
      env: {
        ...process.env,
        HOME: home,
        XDG_CONFIG_HOME: home,
        XDG_DATA_HOME: home,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  child.stdout.on('data', data => (output += data));
  child.stderr.on('data', data => (output += data));
  return {
    output: () => output,
    ended: new Promise<number | null>(done => child.on('close', done)),
  };
}
