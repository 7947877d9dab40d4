import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { until } from '@datalark/local-engines';
import type { Page } from 'playwright-core';
import { picture } from './browser';
import { engineAnswer } from './engineAnswer';
import { countingJob, endingJob, ExampleJobs } from './exampleJobs';
import { JobPage } from './jobPage';
import { Portal } from './portal';
import { openWorkplace, Workplace } from './workplace';

const SLOW = 60_000;
const ENVIRONMENTS = {
  environments: { staging: { variables: { RATE: '2' } }, production: {} },
};

describe('changes of jobs, beyond the verbs', () => {
  let place: Workplace;
  let portal: Portal;
  let page: Page;
  let jobs: ExampleJobs;
  const suffix = Date.now().toString(36);
  const visits = `visits-${suffix}`;
  const nightly = `nightly-${suffix}`;
  const stray = `stray-${suffix}`;

  const dialog = () => page.getByRole('dialog');
  const openAt = async (name: string, search: string) => {
    await page.goto(
      `${portal.url}/catalog/default/datajob/${name}/job${search}`,
    );
    await page.getByRole('group', { name: 'Actions' }).waitFor();
  };
  const section = (name: string) => page.getByRole('region', { name });
  /** Confirms the dialog, typing the word that it asks for. */
  const confirm = async (verb: string, done: string, word: string) => {
    const field = dialog().getByLabel(`Type ${word} to confirm`);
    if (await field.count()) await field.fill(word);
    await dialog().getByRole('button', { name: verb, exact: true }).click();
    await dialog().getByText(done, { exact: true }).waitFor({ timeout: SLOW });
    await dialog()
      .getByRole('button')
      .filter({ hasText: /^Close$/ })
      .click();
    await dialog().waitFor({ state: 'hidden' });
  };

  before(async () => {
    place = await openWorkplace();
    ({ portal, page, jobs } = place);
    await Promise.all([
      jobs.make(visits, countingJob(ENVIRONMENTS), false),
      jobs.make(nightly, endingJob(), false),
    ]);
  });
  after(() => place?.close());

  it('schedule: it is written with its next times in sight', async () => {
    await openAt(nightly, '');
    const schedule = section('Schedule');
    await schedule.getByText(/This job has no schedule/).waitFor();
    await schedule.getByRole('button', { name: 'Change the schedule' }).click();
    const cron = dialog().getByLabel('Cron expression');
    await cron.fill('61 * * * *');
    await dialog().getByRole('alert').waitFor();
    assert.ok(
      await dialog().getByRole('button', { name: 'Save' }).isDisabled(),
    );
    await cron.fill('* * * * *');
    await dialog().getByLabel('Time zone').fill('Asia/Shanghai');
    await dialog().getByText('GMT+8').first().waitFor();
    assert.equal(await dialog().getByRole('listitem').count(), 5);
    await picture(page, 'schedule-dialog');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await dialog().waitFor({ state: 'hidden' });
    await schedule.getByText('Asia/Shanghai').first().waitFor();
    await picture(page, 'schedule');
  });

  it('environments: never deployed is said, and drift is shown as values', async () => {
    await jobs.operate(visits, 'deploy', { environment: 'staging' });
    await jobs.untilState(visits, 'running', 'staging');
    await openAt(visits, '?tab=definition&environment=staging');
    const environments = section('Environments');
    const row = (name: string) =>
      environments
        .getByRole('table', { name: 'What runs in each environment' })
        .getByRole('row')
        .filter({ hasText: name });
    await row('staging').getByText('Running').waitFor();
    await row('production').getByText('Never deployed').waitFor();
    await environments
      .getByRole('button', { name: /Compare staging with/ })
      .click();
    await page.getByRole('option', { name: 'production' }).click();
    const rate = environments
      .getByRole('row')
      .filter({ hasText: 'variables.RATE' });
    await rate.waitFor();
    assert.match(await rate.innerText(), /2\s+5/);
    await rate.scrollIntoViewIfNeeded();
    await picture(page, 'environments-drift');
  });

  it('environments: what runs in one is promoted to another, with the diff', async () => {
    await section('Environments')
      .getByRole('button', { name: 'Promote version 1 to production' })
      .click();
    await dialog().getByText('What changes in production').waitFor();
    await dialog()
      .getByText(/^Version 1 is started/)
      .waitFor();
    await picture(page, 'environments-promote');
    await confirm('Deploy', 'Deployed', visits);
    await jobs.untilState(visits, 'running', 'production');
    const { deployments } = await jobs.call(`/default/${visits}`);
    assert.deepEqual(
      deployments.map((each: any) => each.deployedVersion),
      [1, 1],
    );
  });

  it('compatibility: state that does not fit forces a choice, which is remembered', async () => {
    await jobs.change(
      visits,
      countingJob({
        ...ENVIRONMENTS,
        select: 'COUNT(*), SUM(id)',
        columns: 'n BIGINT, total BIGINT',
      }),
      'Sums, too',
    );
    await openAt(visits, '?environment=staging');
    await page
      .getByRole('group', { name: 'Actions' })
      .getByRole('button', { name: 'Deploy', exact: true })
      .click();
    await dialog()
      .getByText(/The state (does not fit|may not fit) the new definition/)
      .waitFor({ timeout: SLOW });
    const deploy = dialog().getByRole('button', {
      name: 'Deploy',
      exact: true,
    });
    assert.ok(await deploy.isDisabled());
    await picture(page, 'compatibility-choice');
    await dialog().getByText('Start clean, without any state').click();
    await dialog().getByLabel(`Type ${visits} to confirm`).waitFor();
    await confirm('Deploy', 'Deployed', visits);
    await jobs.untilState(visits, 'running', 'staging');
    const { items } = await jobs.call(
      `/default/${visits}/operations?environment=staging&limit=1`,
    );
    assert.notEqual(items[0].decision.compatibility.verdict, 'compatible');
    assert.equal(items[0].decision.choice, 'clean');
    await openAt(visits, '?environment=staging&tab=history');
    const operations = section('Operations');
    await operations.getByRole('button').first().click();
    await operations.getByText(/clean/i).first().waitFor();
    await picture(page, 'compatibility-remembered');
    await jobs.remove(visits);
  });

  it('schedule: a run happened, and the strip shows it', async () => {
    await until(
      'a run by the schedule',
      () => jobs.call(`/default/${nightly}/runs?limit=5`),
      ({ items }) => items.some((run: any) => run.state === 'finished'),
      120_000,
    );
    await openAt(nightly, '?tab=history');
    const strip = section('Last runs');
    await strip
      .getByRole('list', { name: 'Last runs, oldest first' })
      .getByRole('listitem')
      .filter({ hasText: 'finished' })
      .first()
      .waitFor();
    await section('Operations')
      .getByText(/by the schedule/)
      .first()
      .waitFor();
    await picture(page, 'schedule-strip');
    await jobs.remove(nightly);
  });

  it('adopt: a job that somebody started on Flink is taken on and stopped', async () => {
    const engineJobId = await submitToGateway(portal, stray);
    await page.goto(`${portal.url}/engines`);
    const row = section('Not declared')
      .getByRole('row')
      .filter({ hasText: stray });
    await row.waitFor({ timeout: SLOW });
    await picture(page, 'adopt-engines');
    await row.getByRole('button', { name: `Take on ${stray}` }).click();
    await dialog().getByLabel('Owner').fill('group:default/data-platform');
    await picture(page, 'adopt-dialog');
    await dialog().getByRole('button', { name: 'Take on' }).click();
    await page.getByText(`${stray} is taken on.`).waitFor();
    await until(
      'the job in the catalog',
      () => portal.api(`catalog/entities/by-name/datajob/default/${stray}`),
      Boolean,
    );
    const job = new JobPage(page, portal, stray);
    await job.open();
    await job.says(/^Healthy: running for/);
    await picture(page, 'adopt-page');
    await job.perform(
      {
        verb: 'Stop',
        done: 'Stopped',
        from: 'bar',
        warns: /State is kept in the new savepoint/,
      },
      'adopt-stop',
    );
    const { state } = await engineAnswer(
      portal,
      'flink',
      `/jobs/${engineJobId}`,
    );
    assert.equal(state, 'FINISHED');
    await jobs.remove(stray);
  });

  it('export and hand over: the YAML is the job, and the way to Git can be taken back', async () => {
    const name = `export-${suffix}`;
    await jobs.make(name, countingJob(), false);
    await openAt(name, '?tab=definition');
    await page.getByRole('button', { name: 'Show as catalog YAML' }).click();
    await dialog().getByText('kind: DataJob').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog().getByRole('button', { name: 'Download' }).click(),
    ]);
    assert.equal(download.suggestedFilename(), 'catalog-info.yaml');
    const yaml = readFileSync((await download.path())!, 'utf8');
    assert.match(yaml, new RegExp(`name: ${name}`));
    assert.match(yaml, /\$\{RATE\}/);
    await dialog().getByRole('button', { name: 'Let Git take over' }).click();
    await dialog()
      .getByText(/^Git may take the job over since/)
      .waitFor();
    await picture(page, 'hand-over');
    await dialog()
      .getByRole('button', { name: 'Keep it in the portal' })
      .click();
    await dialog().getByRole('button', { name: 'Let Git take over' }).waitFor();
  });

  it('draw without an error', () => {
    assert.deepEqual(place.problems, []);
  });
});

/** Somebody starts a job past the portal; resolves to Flink's id of it. */
async function submitToGateway(portal: Portal, name: string): Promise<string> {
  const { endpoints } = JSON.parse(
    readFileSync(join(portal.home, 'engines/status.json'), 'utf8'),
  );
  const ask = async (path: string, body?: object) => {
    const answer = await fetch(`${endpoints.sqlGatewayUrl}/v1${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { 'Content-Type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
    return JSON.parse(text);
  };
  const { sessionHandle } = await ask('/sessions', {
    properties: { 'pipeline.name': name },
  });
  const run = async (statement: string) => {
    const at = `/sessions/${sessionHandle}`;
    const { operationHandle } = await ask(`${at}/statements`, { statement });
    return until(
      statement,
      () => ask(`${at}/operations/${operationHandle}/result/0`),
      ({ resultType }) => resultType !== 'NOT_READY',
    );
  };
  await run(
    "CREATE TABLE a (id BIGINT) WITH ('connector' = 'datagen', 'rows-per-second' = '1')",
  );
  await run("CREATE TABLE b (id BIGINT) WITH ('connector' = 'blackhole')");
  const { jobID } = await run('INSERT INTO b SELECT id FROM a');
  return jobID;
}
