import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { until } from '@datalark/local-engines';
import type { Page } from 'playwright-core';
import { picture } from './browser';
import { countingJob, ExampleJobs } from './exampleJobs';
import { pressUntil } from './keyboard';
import { Portal } from './portal';
import { openWorkplace, Workplace } from './workplace';

const SLOW = 60_000;

describe('the list of jobs', () => {
  let place: Workplace;
  let portal: Portal;
  let page: Page;
  let jobs: ExampleJobs;
  const suffix = Date.now().toString(36);
  const pair = [`bulk-a-${suffix}`, `bulk-b-${suffix}`];

  const row = (text: string | RegExp) =>
    page.getByRole('row').filter({ hasText: text });
  const open = async (search = '') => {
    await page.goto(`${portal.url}/data-jobs${search}`);
    await row(/local-(flink|seatunnel)/)
      .first()
      .waitFor();
  };
  const column = (name: string) =>
    page.getByRole('columnheader', { name, exact: true });

  before(async () => {
    place = await openWorkplace();
    ({ portal, page, jobs } = place);
    await Promise.all(pair.map(name => jobs.make(name, countingJob())));
  });
  after(() => place?.close());

  it('shows the columns that somebody chose, also the next time', async () => {
    await open();
    assert.equal(await column('System').count(), 0);
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('option', { name: 'System' }).click();
    await page.getByRole('option', { name: 'Wanted' }).click();
    await picture(page, 'list-columns');
    await page.keyboard.press('Escape');
    await column('System').waitFor();
    await open();
    await column('System').waitFor();
    assert.equal(await column('Wanted').count(), 0);
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('option', { name: 'System' }).click();
    await page.getByRole('option', { name: 'Wanted' }).click();
    await page.keyboard.press('Escape');
  });

  it('keeps what is filtered in the address', async () => {
    await open();
    await page
      .getByRole('search', { name: 'Filters' })
      .getByRole('button', { name: /Engine/ })
      .click();
    await page.getByRole('option', { name: 'local-seatunnel' }).click();
    await page.waitForURL(/engine=local-seatunnel/);
    await page.keyboard.press('Escape');
    await page
      .getByRole('row')
      .filter({ hasText: 'Hello, Flink' })
      .waitFor({ state: 'hidden' });
    await page.reload();
    await page.getByRole('row').filter({ hasText: 'Sensor stream' }).waitFor();
    assert.equal(await page.getByText('Hello, Flink').count(), 0);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByText('Hello, Flink').waitFor();
  });

  it('saves a view, goes back to it, and forgets it', async () => {
    await open('?type=seatunnel&sort=observed');
    await page.getByRole('button', { name: 'Views' }).click();
    await page.getByRole('menuitem', { name: /Save or delete views/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Save what the list shows as').fill('My syncs');
    await picture(page, 'list-save-view');
    await dialog.getByRole('button', { name: 'Save view' }).click();
    await page.keyboard.press('Escape');
    await open();
    await page.getByRole('button', { name: 'Views' }).click();
    await page.getByRole('menuitem', { name: 'My syncs' }).click();
    await page.waitForURL(/type=seatunnel/);
    assert.match(page.url(), /sort=observed/);
    await page.getByRole('button', { name: 'My syncs' }).click();
    await page.getByRole('menuitem', { name: /Save or delete views/ }).click();
    await dialog.getByRole('button', { name: /Delete the view/ }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Views' }).waitFor();
  });

  it('suspends two jobs and resumes them, after saying what happens to each', async () => {
    await Promise.all(pair.map(name => jobs.untilState(name, 'running')));
    const perform = async (verb: string, says: RegExp, state: string) => {
      await open(`?q=${suffix}`);
      for (const name of pair) {
        await row(name).getByRole('checkbox').click({ force: true });
      }
      const bar = page.getByRole('group', { name: 'Chosen jobs' });
      await bar.getByText('2 jobs chosen').waitFor();
      await bar.getByRole('button', { name: verb, exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('What will happen to 2 jobs').waitFor();
      for (const name of pair) await dialog.getByText(name).first().waitFor();
      await dialog.getByText(says).nth(1).waitFor();
      assert.equal(await dialog.getByText(says).count(), 2);
      await picture(page, `bulk-${verb.toLowerCase()}-dialog`);
      await dialog.getByRole('button', { name: `${verb}: 2 jobs` }).click();
      await page
        .getByText(`${verb} of several jobs: 2 done, 0 not, 0 to go`)
        .waitFor({ timeout: SLOW });
      await picture(page, `bulk-${verb.toLowerCase()}-done`);
      await Promise.all(pair.map(name => jobs.untilState(name, state)));
    };
    await perform(
      'Suspend',
      /A savepoint is taken, then the run ends/,
      'suspended',
    );
    await perform('Resume', /It starts from its restore point/, 'running');
    const { items } = await jobs.call(`/default/${pair[0]}/runs?limit=1`);
    assert.match(items[0].restoredFrom, /savepoint/);
  });

  it('is left for a job and its savepoint by the keyboard alone', async () => {
    await jobs.untilState(pair[0], 'running');
    await page.goto(`${portal.url}/data-jobs`);
    await row(/local-(flink|seatunnel)/)
      .first()
      .waitFor();
    await pressUntil(page, 'Tab', /^INPUT .*Search/);
    await page.keyboard.type(pair[0]);
    await page.waitForURL(new RegExp(`q=${pair[0]}`));
    await page.getByText(pair[1]).waitFor({ state: 'hidden' });
    await pressUntil(page, 'Tab', /^TR /);
    await pressUntil(page, 'ArrowRight', new RegExp(`^A .*${pair[0]}`));
    await page.keyboard.press('Enter');
    await page
      .getByRole('link', { name: 'Job', exact: true })
      .or(page.getByRole('tab', { name: 'Job', exact: true }))
      .first()
      .waitFor();
    if (!/\/job(\?|$)/.test(page.url())) {
      await pressUntil(page, 'Tab', /^A .*\bJob$/);
      await page.keyboard.press('Enter');
    }
    await page.getByRole('group', { name: 'Actions' }).waitFor();
    await pressUntil(page, 'Tab', /^BUTTON Take savepoint/);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/State is untouched/).waitFor();
    await dialog
      .getByRole('region', { name: 'What will happen' })
      .or(dialog.getByText('Nothing is changed before you confirm.'))
      .first()
      .waitFor();
    await pressUntil(page, 'Tab', /^BUTTON Take savepoint/);
    await page.keyboard.press('Enter');
    await dialog
      .getByText('Savepoint taken', { exact: true })
      .waitFor({ timeout: SLOW });
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await until(
      'the savepoint',
      () => jobs.call(`/default/${pair[0]}/operations?limit=1`),
      ({ items }) =>
        items[0].verb === 'savepoint' && items[0].state === 'succeeded',
    );
  });

  it('and every other page fit a phone: nothing scrolls sideways but tables', async () => {
    await page.setViewportSize({ width: 420, height: 900 });
    const job = `/catalog/default/datajob/${pair[0]}/job`;
    for (const path of [
      '/data-jobs',
      '/engines',
      job,
      ...['history', 'snapshots', 'metrics', 'definition', 'diagnostics'].map(
        tab => `${job}?tab=${tab}`,
      ),
    ]) {
      await page.goto(`${portal.url}${path}`);
      await (path.startsWith(job)
        ? page.getByRole('group', { name: 'Actions' })
        : page.getByRole('main').first()
      ).waitFor();
      await page.waitForLoadState('networkidle').catch(() => undefined);
      await picture(page, `narrow-${path.replace(/.*[/=]/, '')}`);
      const wide = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      });
      assert.ok(wide <= 0, `${path} is ${wide} px too wide`);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('draws without an error', () => {
    assert.deepEqual(place.problems, []);
  });
});
