import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { until } from '@datalark/local-engines';
import type { Page } from 'playwright-core';
import { picture } from './browser';
import { countingJob, ExampleJobs, failingJob } from './exampleJobs';
import { JobPage } from './jobPage';
import { Portal } from './portal';
import { openWorkplace, Workplace } from './workplace';

/** Metrics come every few seconds, and the engine's own a little later. */
const SLOW = 60_000;

describe('the parts of the page of a job', () => {
  let place: Workplace;
  let portal: Portal;
  let page: Page;
  let jobs: ExampleJobs;
  const suffix = Date.now().toString(36);
  const visits = `visits-${suffix}`;
  const broken = `broken-${suffix}`;
  let job: JobPage;

  before(async () => {
    place = await openWorkplace();
    ({ portal, page, jobs } = place);
    await Promise.all([
      jobs.make(broken, failingJob()),
      jobs.make(visits, countingJob()),
    ]);
    await jobs.untilState(visits, 'running');
    job = new JobPage(page, portal, visits);
    await job.open();
  });
  after(() => place?.close());

  it('overview: what an owner asks first', async () => {
    await job.tab('Overview');
    const short = job.section('In short');
    await short
      .getByText(/what came in the last .* would be read again/)
      .waitFor({ timeout: SLOW });
    await short.getByText(/^Checkpoint taken/).waitFor();
    await short.getByText('The engine takes a checkpoint every 2 s.').waitFor();
    await short.getByText('Data platform').waitFor();
    await short.getByText(/^Deployed by/).waitFor();
    await job
      .section('What the owner is told')
      .getByText('Nothing is wrong, and nothing was told.')
      .waitFor();
    await picture(page, 'job-overview');
  });

  it('definition: every value with where it comes from', async () => {
    await job.tab('Definition');
    const resolved = job.section('As default runs it (version 1)');
    const row = (key: string) =>
      resolved.getByRole('row').filter({ hasText: key });
    await row('execution.checkpointing.interval').waitFor();
    const text = await row('execution.checkpointing.interval').innerText();
    assert.match(text, /2 s\s+the definition/);
    assert.match(await row('variables.RATE').innerText(), /5\s+the definition/);
    assert.match(await row('upgradeMode').innerText(), /savepoint\s+default/);
    assert.match(
      await row('variables.KAFKA_BOOTSTRAP').innerText(),
      /the portal/,
    );
    await resolved.getByText("'rows-per-second' = '5'").waitFor();
  });

  it('diagnostics: the graph with load, and who feeds whom', async () => {
    await job.tab('Diagnostics');
    const graph = job.section('Job graph');
    const source = graph.getByRole('button', { name: /^Source: visits/ });
    // A source of the old kind does not tell how busy it is.
    await graph
      .getByRole('button', { name: /^GroupAggregate/ })
      .getByText(/busy \d/)
      .waitFor({ timeout: SLOW });
    await source.click();
    await graph
      .getByRole('status')
      .getByText(/^feeds /)
      .waitFor();
    await graph.getByRole('button', { name: 'Show as a table' }).click();
    await graph
      .getByRole('row')
      .filter({ hasText: 'Source: visits' })
      .waitFor();
    await graph.getByRole('button', { name: 'Show as a graph' }).click();
  });

  it('diagnostics: the log is searched, narrowed and followed', async () => {
    const log = job.section('Log');
    const search = log.getByRole('searchbox', { name: 'Search the log' });
    await search.fill('switched from');
    await log.getByText(/^in \d+ lines$/).waitFor({ timeout: SLOW });
    await search.press('Enter');
    await log.getByText(/^1 of \d+$/).waitFor();
    await log.getByRole('button', { name: 'Next match' }).click();
    await log.getByText(/^2 of \d+$/).waitFor();
    assert.ok((await log.locator('mark').count()) > 1);
    await picture(page, 'job-log-search');
    await log.getByText('Follow', { exact: true }).click();
    await log.getByText('New lines appear by themselves.').waitFor();
    await log.getByText('Follow', { exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      log.getByRole('button', { name: 'Download' }).click(),
    ]);
    assert.match(download.suggestedFilename(), /\.log$/);
  });

  it('metrics: lines through what was measured', async () => {
    await until(
      'some measured values',
      () => jobs.call(`/default/${visits}/metrics/history`),
      ({ series }) =>
        series.some(
          ({ values }: { values: Array<number | null> }) =>
            values.filter(value => value !== null).length >= 3,
        ),
    );
    await job.tab('Metrics');
    const chart = page.getByRole('figure', { name: 'Records per second' });
    await chart.getByText(/read per second: now \d/).waitFor();
    await chart.locator('canvas').waitFor();
    await until(
      'a line on the canvas',
      () => chart.locator('canvas').evaluate(countColoured as any),
      // Half a minute of an hour is a few pixels wide.
      count => Number(count) > 5,
      20_000,
    );
    await chart.getByRole('group').first().focus();
    await page.keyboard.press('End');
    await chart
      .getByRole('status')
      .getByText(/read per second \d/)
      .waitFor();
    await chart.getByRole('button', { name: /Show .* as a table/ }).click();
    assert.ok((await chart.getByRole('row').count()) > 3);
    await page
      .getByText(/the portal|a new run of version 1/)
      .first()
      .waitFor();
    await picture(page, 'job-metrics');
  });

  it('a job that failed says why, with its exceptions in one group', async () => {
    await jobs.untilState(broken, 'failed');
    const failed = new JobPage(page, portal, broken);
    await failed.open();
    await failed.says(/^Degraded: failed for/);
    await page
      .getByRole('listitem')
      .filter({ hasText: 'ArithmeticException: / by zero' })
      .first()
      .waitFor({ timeout: SLOW });
    await picture(page, 'job-failed');
    await failed.tab('Diagnostics');
    const exceptions = failed.section('Exceptions');
    const group = exceptions.getByRole('listitem');
    await group.getByText(/^3 times, first/).waitFor({ timeout: SLOW });
    assert.equal(await group.count(), 1);
    await group.getByText('Stack trace of the first').click();
    await group
      .getByText(/java\.lang\.ArithmeticException/)
      .first()
      .waitFor();
    await picture(page, 'job-exceptions');
  });

  it('its owner is notified, once per cause', async () => {
    await page.goto(`${portal.url}/notifications`);
    const notice = page.getByRole('link', { name: `${broken} failed` });
    await notice.first().waitFor({ timeout: SLOW });
    assert.equal(await notice.count(), 1);
    await picture(page, 'notifications');
    await notice.click();
    await page.waitForURL(new RegExp(`/datajob/${broken}/job`));
    const failed = new JobPage(page, portal, broken);
    await failed.tab('Overview');
    const told = failed.section('What the owner is told');
    await told.getByText(/^sent /).waitFor();
    await told.getByText(`${broken} failed`).last().click();
    await told.getByText(/ArithmeticException: \/ by zero/).waitFor();
  });

  it('cards elsewhere: who needs attention, what writes here, jobs of a system', async () => {
    await page.goto(`${portal.url}/catalog/default/group/data-platform`);
    await page.getByText('Data jobs that need attention').waitFor();
    await page.getByRole('link', { name: broken }).first().waitFor();
    await picture(page, 'card-attention');
    await page.goto(`${portal.url}/catalog/default/system/shop`);
    await page
      .getByRole('link', { name: 'Orders per minute' })
      .first()
      .waitFor();
    await picture(page, 'card-system');
    await page.goto(
      `${portal.url}/catalog/default/dataset/customers-by-country`,
    );
    await page.getByText('What writes here').waitFor();
    await page
      .getByRole('link', { name: 'Customers by country' })
      .first()
      .waitFor();
    await picture(page, 'card-dataset');
  });

  it('search finds jobs by their SQL', async () => {
    await until(
      'the index',
      () =>
        portal.api('search/query?term=orders_per_minute&types[0]=data-jobs'),
      ({ results }) => results.length > 0,
      120_000,
    );
    await page.goto(`${portal.url}/search?query=orders_per_minute`);
    const found = page.getByRole('listitem').filter({ hasText: 'Connectors:' });
    await found.first().getByText('kafka').first().waitFor();
    await picture(page, 'search');
    await found
      .getByRole('link', { name: 'Orders per minute' })
      .first()
      .click();
    await page.waitForURL(/datajob\/orders-per-minute/);
  });

  it('draw without an error', () => {
    assert.deepEqual(place.problems, []);
  });
});

/** Pixels of the lines: axes and words are grey. Runs in the page. */
function countColoured(canvas: HTMLCanvasElement): number {
  const { data } = canvas
    .getContext('2d')!
    .getImageData(0, 0, canvas.width, canvas.height);
  let count = 0;
  for (let at = 0; at < data.length; at += 4) {
    const [red, green, blue, alpha] = data.subarray(at, at + 4);
    const most = Math.max(red, green, blue);
    if (alpha > 200 && most - Math.min(red, green, blue) > 80) count++;
  }
  return count;
}
