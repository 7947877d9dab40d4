import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { until } from '@datalark/local-engines';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, picture, signIn, violations } from './browser';
import { enginesReady, ExampleJobs } from './exampleJobs';
import { Portal, ROOT } from './portal';

const SQL = `CREATE TABLE made_up (id BIGINT, name STRING) WITH ('connector' = 'datagen', 'rows-per-second' = '1');
CREATE TABLE nowhere (id BIGINT, name STRING) WITH ('connector' = 'blackhole');
INSERT INTO nowhere SELECT id, UPPER(name) FROM made_up;`;

const JAR = 'examples/jobs/running-totals/running-totals.jar';
const MAIN_CLASS = 'io.datalark.examples.RunningTotals';

const jobOf = (portal: Portal, name: string) =>
  portal.api(`data-jobs/jobs/default/${name}`);

const entityOf = (portal: Portal, name: string) =>
  portal.api(`catalog/entities/by-name/datajob/default/${name}`);

const stateOf = async (portal: Portal, name: string) =>
  (await jobOf(portal, name)).deployments[0].observation.state as string;

describe('the templates', () => {
  let portal: Portal;
  let browser: Browser;
  let page: Page;
  let problems: string[];
  let jobs: ExampleJobs;
  const suffix = Date.now().toString(36);

  before(async () => {
    portal = await Portal.start();
    jobs = new ExampleJobs(portal);
    await until(
      'the templates in the catalog',
      () =>
        portal.api('catalog/entities/by-query?limit=1&filter=kind=template'),
      answer => answer.totalItems >= 3,
    );
    await enginesReady(portal);
    browser = await openBrowser();
    ({ page, problems } = await signIn(browser, portal));
  });
  after(async () => {
    await browser.close();
    await portal.remove();
  });

  async function describeJob(template: string, name: string) {
    await page.goto(`${portal.url}/create/templates/default/${template}`);
    await page.getByLabel('Name').fill(name);
    await page.getByLabel('Owner').fill('Data platform');
    await page
      .getByRole('option', { name: /data platform/i })
      .first()
      .click();
  }

  async function choose(label: string, option: string | RegExp) {
    await page.getByRole('button', { name: new RegExp(label, 'i') }).click();
    await page.getByRole('option', { name: option }).first().click();
  }

  async function outcome() {
    await page.getByRole('link', { name: /open the job/i }).waitFor({
      timeout: 120_000,
    });
  }

  it('Flink SQL pipeline: from SQL by hand to RUNNING', async () => {
    const name = `by-hand-${suffix}`;
    await describeJob('flink-sql-pipeline', name);
    await picture(page, 'template-flink-sql-1');
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByLabel('SQL by hand').check();
    await page.locator('.cm-content').click();
    await page.keyboard.insertText(SQL);
    await picture(page, 'template-flink-sql-2');
    assert.deepEqual(await violations(page, '.cm-editor'), []);
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Review' }).click();
    await picture(page, 'template-flink-sql-review');
    await page.getByRole('button', { name: 'Create' }).click();
    await outcome();
    await picture(page, 'template-flink-sql-done');
    assert.equal(await stateOf(portal, name), 'running');
    await page.getByRole('link', { name: /open the job/i }).click();
    await page.getByRole('heading', { level: 2, name }).waitFor();
    await page
      .getByText(/healthy: running/i)
      .first()
      .waitFor();
    await picture(page, 'template-flink-sql-job');
    await jobs.remove(name);
  });

  it('SeaTunnel sync: from forms to FINISHED, rows counted', async () => {
    const name = `sync-${suffix}`;
    await describeJob('seatunnel-sync', name);
    await page.getByRole('button', { name: 'Next' }).click();
    await choose('Source', 'Made-up rows');
    await page
      .getByLabel(/schema/i)
      .first()
      .fill('{"fields": {"id": "bigint", "name": "string"}}');
    await picture(page, 'template-seatunnel-source');
    assert.deepEqual(await violations(page, 'fieldset'), []);
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('heading', { name: 'Transforms' }).waitFor();
    await page.getByRole('button', { name: 'Next' }).click();
    await choose('Sink', /console|log/i);
    await picture(page, 'template-seatunnel-sink');
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Review' }).click();
    await page.getByRole('button', { name: 'Create' }).click();
    await outcome();
    await picture(page, 'template-seatunnel-done');
    const { deployments } = await jobOf(portal, name);
    assert.equal(deployments[0].observation.state, 'finished');
    const { read, written } = deployments[0].observation.records;
    assert.ok(read > 0);
    assert.equal(written, read);
  });

  it('SeaTunnel sync: refuses a wrong form without making a job', async () => {
    const name = `wrong-${suffix}`;
    const task = await run('seatunnel-sync', {
      name,
      owner: 'group:default/data-platform',
      engine: 'local-seatunnel',
      ownership: 'portal',
      source: { plugin: 'Jdbc', options: {} },
      sink: { plugin: 'Console', options: {} },
      processing: 'batch',
      parallelism: 1,
    });
    assert.equal(task.status, 'failed');
    assert.match(task.log, /source\[0\]/);
    await assert.rejects(jobOf(portal, name), /404/);
  });

  it('Flink SQL pipeline: between two datasets of the catalog to RUNNING', async () => {
    const name = `datasets-${suffix}`;
    await describeJob('flink-sql-pipeline', name);
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByLabel('Datasets of the catalog').check();
    const pick = async (part: number, title: string) => {
      await page.getByLabel('Dataset or data source').nth(part).fill(title);
      await page.getByRole('option', { name: title, exact: true }).click();
    };
    await pick(0, 'Orders (topic)');
    await pick(1, 'Large orders');
    await page.getByLabel('Only rows where').fill('amount > 500');
    await picture(page, 'template-flink-datasets');
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Review' }).click();
    await page.getByRole('button', { name: 'Create' }).click();
    await outcome();
    await picture(page, 'template-flink-datasets-done');
    await jobs.untilState(name, 'running');
    const { metadata, spec } = await entityOf(portal, name);
    assert.equal(metadata.annotations['datalark.io/origin'], 'portal');
    assert.deepEqual(spec.reads, ['dataset:default/orders-topic']);
    assert.deepEqual(spec.writes, ['dataset:default/large-orders']);
    await jobs.remove(name);
  });

  it('Flink SQL pipeline: from connector forms to RUNNING', async () => {
    const name = `connectors-${suffix}`;
    await describeJob('flink-sql-pipeline', name);
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByLabel('Connectors').check();
    const side = (title: string) => page.getByRole('group', { name: title });
    const connect = async (title: string, connector: string) => {
      await side(title)
        .getByRole('button', { name: /Connector/ })
        .click();
      await page.getByRole('option', { name: connector }).click();
    };
    await connect('Read from', 'Made-up rows (datagen)');
    await side('Read from')
      .getByRole('button', { name: 'Add a column' })
      .click();
    await connect('Write to', 'Nowhere (blackhole)');
    await picture(page, 'template-flink-connectors');
    assert.deepEqual(await violations(page, 'fieldset'), []);
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Review' }).click();
    await page.getByRole('button', { name: 'Create' }).click();
    await outcome();
    await jobs.untilState(name, 'running');
    await jobs.remove(name);
  });

  it('Flink jar job: an uploaded jar to RUNNING', async () => {
    const name = `jar-${suffix}`;
    await describeJob('flink-jar-job', name);
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByLabel(/Upload a jar/).setInputFiles(join(ROOT, JAR));
    await page.getByText(/running-totals\.jar is uploaded/).waitFor();
    await page.getByLabel('Main class').fill(MAIN_CLASS);
    await picture(page, 'template-flink-jar');
    assert.deepEqual(await violations(page, 'fieldset'), []);
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Review' }).click();
    await page.getByRole('button', { name: 'Create' }).click();
    await outcome();
    await jobs.untilState(name, 'running');
    await jobs.remove(name);
  });

  it('Flink SQL pipeline: files for Git instead of a job', async () => {
    const name = `git-${suffix}`;
    const task = await run('flink-sql-pipeline', {
      name,
      owner: 'group:default/data-platform',
      engine: 'local-flink',
      ownership: 'git',
      mode: 'sql',
      sql: SQL,
      parallelism: 1,
    });
    assert.equal(task.status, 'completed', task.log);
    await assert.rejects(jobOf(portal, name), /404/);
  });

  it('Flink SQL pipeline: SQL that Flink refuses, with its place', async () => {
    const name = `refused-${suffix}`;
    const task = await run('flink-sql-pipeline', {
      name,
      owner: 'group:default/data-platform',
      engine: 'local-flink',
      ownership: 'portal',
      mode: 'sql',
      sql: SQL.replace('UPPER(name)', 'nosuch'),
      parallelism: 1,
    });
    assert.equal(task.status, 'failed');
    assert.match(task.log, /nosuch/);
    assert.match(task.log, /line 3/i);
    await assert.rejects(jobOf(portal, name), /404/);
  });

  async function run(template: string, values: object) {
    const { id } = await portal.api('scaffolder/v2/tasks', {
      method: 'POST',
      body: JSON.stringify({
        templateRef: `template:default/${template}`,
        values,
      }),
    });
    const { status } = await until(
      `the task of ${template}`,
      () => portal.api(`scaffolder/v2/tasks/${id}`),
      task => ['completed', 'failed', 'cancelled'].includes(task.status),
      120_000,
    );
    const events = await portal.api(`scaffolder/v2/tasks/${id}/events`);
    return {
      status,
      log: events.map((event: any) => event.body.message).join('\n'),
    };
  }

  it('draws without an error', () => {
    assert.deepEqual(problems, []);
  });
});
