import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { until } from '@datalark/local-engines';
import type { Page } from 'playwright-core';
import { picture, violations } from './browser';
import { ExampleJobs } from './exampleJobs';
import { JobPage } from './jobPage';
import { Portal } from './portal';
import { openWorkplace, Workplace } from './workplace';

const COMMON = {
  type: 'flink-sql',
  lifecycle: 'experimental',
  engine: 'local-flink',
  parallelism: 1,
  upgradeMode: 'stateless',
};

const CHANGE = 'What changes in the lineage';

describe('the lineage of a change, before it is deployed', () => {
  let place: Workplace;
  let portal: Portal;
  let page: Page;
  let jobs: ExampleJobs;
  const suffix = Date.now().toString(36);
  const writer = `writes-visits-${suffix}`;
  const reader = `reads-visits-${suffix}`;

  const visits = (columns: string) =>
    `CREATE TABLE visits (${columns}) WITH ('connector' = 'kafka', 'topic' = 'visits-${suffix}', 'properties.bootstrap.servers' = '\${KAFKA_BOOTSTRAP}', 'format' = 'json', 'scan.startup.mode' = 'earliest-offset');`;
  const writing = (columns: string, select: string) =>
    `CREATE TABLE made (id BIGINT, country STRING) WITH ('connector' = 'datagen', 'rows-per-second' = '1', 'fields.country.length' = '2');
${visits(columns)}
INSERT INTO visits SELECT ${select} FROM made;`;
  const withCountry = writing('id BIGINT, country STRING', 'id, country');
  const withoutCountry = writing('id BIGINT', 'id');
  const reading = `${visits('id BIGINT, country STRING')}
CREATE TABLE nowhere (country STRING) WITH ('connector' = 'blackhole');
INSERT INTO nowhere SELECT country FROM visits;`;

  const dialog = () => page.getByRole('dialog');
  const change = () => page.getByRole('region', { name: CHANGE });
  // Not the one that only shows, below the dialog; and until the text is there:
  // a dialog that opens takes the focus once more.
  const write = async (sql: string) => {
    const editor = page
      .locator(
        '.cm-content[contenteditable="true"]:not([aria-readonly="true"])',
      )
      .last();
    const bare = (text: string | null) => text?.replace(/\s/g, '');
    await until(
      'the SQL in the editor',
      async () => {
        await editor.click();
        await page.keyboard.press('Control+A');
        await page.keyboard.insertText(sql);
        return editor.textContent();
      },
      text => bare(text) === bare(sql),
    );
  };

  before(async () => {
    place = await openWorkplace();
    ({ portal, page, jobs } = place);
    // A picture shows the whole of a dialog.
    await page.setViewportSize({ width: 1440, height: 1900 });
    await jobs.make(writer, {
      ...COMMON,
      owner: 'group:default/data-platform',
      definition: { sql: withCountry },
    });
    await jobs.make(
      reader,
      {
        ...COMMON,
        owner: 'group:default/shop-analytics',
        definition: { sql: reading },
      },
      false,
    );
    await jobs.untilState(writer, 'running');
    await until(
      'the reader in the lineage',
      () =>
        portal.api('data-lineage/preview', {
          method: 'POST',
          body: JSON.stringify({
            entityRef: `datajob:default/${writer}`,
            definition: { type: 'flink-sql', sql: withoutCountry },
          }),
        }),
      ({ review }) => review.required,
    );
  });
  after(() => place?.close());

  it('editor: a vanished column, who depends on it, and the reason that is asked for', async () => {
    const job = new JobPage(page, portal, writer);
    await job.open();
    await job.tab('Definition');
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await write(withoutCountry.replace('SELECT id', 'SELEC id'));
    await dialog()
      .getByText(/^1 problem\. Line 3, column 20: /)
      .waitFor();
    await write(withoutCountry);
    await change().getByText('1 column flow vanishes').waitFor();
    await change()
      .getByText(/shop.analytics/i)
      .first()
      .waitFor();
    const deploy = dialog().getByRole('button', { name: 'Save and deploy' });
    assert.ok(await deploy.isDisabled());
    await picture(page, 'lineage-preview-edit');
    assert.deepEqual(await violations(page, '[role="dialog"]'), []);
    await dialog()
      .getByLabel(/^What changed/)
      .fill('Agreed with analytics');
    await deploy.click();
    await dialog().waitFor({ state: 'hidden' });
    await until(
      'version 2 deployed',
      () => jobs.call(`/default/${writer}`),
      ({ deployments: [one] }) =>
        one.deployedVersion === 2 && !one.activeOperation,
    );
    const { items } = await jobs.call(`/default/${writer}/operations?limit=1`);
    assert.equal(items[0].verb, 'deploy');
    assert.equal(items[0].reason, 'Agreed with analytics');
  });

  it('deploy: a newer version against the one that runs', async () => {
    await jobs.change(
      writer,
      {
        ...COMMON,
        owner: 'group:default/data-platform',
        definition: { sql: withCountry },
      },
      'With the country again',
    );
    const job = new JobPage(page, portal, writer);
    await job.open();
    await page
      .getByRole('group', { name: 'Actions' })
      .getByRole('button', { name: 'Deploy', exact: true })
      .click();
    await change().getByText('1 column flow appears').waitFor();
    await picture(page, 'lineage-preview-deploy');
    await dialog().getByRole('button', { name: 'Cancel' }).click();
  });

  it('template: the SQL by hand, and two datasets of the catalog', async () => {
    await page.goto(
      `${portal.url}/create/templates/default/flink-sql-pipeline`,
    );
    await page.getByLabel('Name').fill(`preview-${suffix}`);
    await page.getByLabel('Owner').fill('Data platform');
    await page
      .getByRole('option', { name: /data platform/i })
      .first()
      .click();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByLabel('SQL by hand').check();
    await write(withCountry);
    await change().getByText('2 column flows appear').waitFor();
    await picture(page, 'lineage-preview-template-sql');
    assert.deepEqual(await violations(page, '.cm-editor'), []);
    await page.getByLabel('Datasets of the catalog').check();
    for (const [part, title] of ['Orders (topic)', 'Large orders'].entries()) {
      const field = page.getByLabel('Dataset or data source').nth(part);
      await field.fill(title);
      await page.getByRole('option', { name: title, exact: true }).click();
    }
    await change()
      .getByText(/column flows? appears?/)
      .waitFor();
    await picture(page, 'lineage-preview-template-datasets');
  });

  it('draws without an error', () => {
    assert.deepEqual(place.problems, []);
  });
});
