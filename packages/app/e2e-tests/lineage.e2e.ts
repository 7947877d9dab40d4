import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { until } from '@datalark/local-engines';
import type { LineageGraph } from '@datalark/backstage-plugin-data-lineage-common';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, picture, signIn, violations } from './browser';
import { coloursOf, LineagePicture, lineageOf } from './lineagePicture';
import { ARTIFACTS, Portal } from './portal';

const ROUTING = '/catalog/default/datajob/order-routing/lineage';

const LOOKS = [
  { language: 'en', dark: false },
  { language: 'en', dark: true },
  { language: 'zh', dark: false },
  { language: 'zh', dark: true },
] as const;

describe('lineage of the example platform', () => {
  let portal: Portal;
  let browser: Browser;
  let page: Page;
  let shown: LineagePicture;
  let problems: string[];
  /** Node ids by the title of what they are. */
  const ids = new Map<string, string>();

  const open = (path: string) => page.goto(`${portal.url}${path}`);
  const explorer = (parameters: Record<string, string>, part = '') =>
    `/lineage${part}?${new URLSearchParams(parameters)}`;
  const signInAs = async (look: Parameters<typeof signIn>[2] = {}) => {
    const signedIn = await signIn(browser, portal, look);
    signedIn.page.on('console', message => {
      if (message.type() === 'error') signedIn.problems.push(message.text());
    });
    signedIn.page.setDefaultTimeout(30_000);
    return signedIn;
  };
  const downloadFile = async (item: string) => {
    await shown.press('Export');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: item }).click(),
    ]);
    return readFileSync(await file.path());
  };
  const download = async (item: string) =>
    (await downloadFile(item)).toString('utf8');

  before(async () => {
    portal = await Portal.start();
    browser = await openBrowser();
    const around = [
      await lineageOf(portal, 'order-routing'),
      await lineageOf(portal, 'orders-per-minute'),
    ];
    for (const node of around.flatMap(({ nodes }) => nodes)) {
      if (!node.hidden) ids.set(`${node.type} ${node.title}`, node.id);
    }
    ({ page, problems } = await signInAs());
    shown = new LineagePicture(page);
  });
  after(async () => {
    await browser?.close();
    await portal?.remove();
  });

  it('tab of a job: owners, states, and how each line is known', async () => {
    await open(ROUTING);
    await shown
      .box(/^Job, Order routing, FLINK, Data platform, (started|running)$/)
      .waitFor();
    await shown
      .box(/^Dataset, Orders \(topic\), kafka, Data platform/)
      .waitFor();
    await shown
      .box(/^Dataset, Large orders, postgres, Shop analytics/)
      .waitFor();
    // Flink does not report what it only looks up.
    assert.match(await shown.dashes('Customers', 'Order routing'), /px/);
    assert.equal(await shown.dashes('Orders (topic)', 'Order routing'), 'none');
    await picture(page, 'lineage-tab');
  });

  it('goes on step by step', async () => {
    await open(`${ROUTING}?depth=1`);
    await shown.box(/^Dataset, Orders \(topic\)/).waitFor();
    assert.equal(await shown.box(/^Job, Orders generator/).count(), 0);
    await shown.press('Show 1 more upstream of Orders (topic)');
    await shown.box(/^Job, Orders generator, FLINK, Data platform/).waitFor();
    assert.equal(await shown.box(/^Dataset, clicks/).count(), 0);
  });

  it('lights up the path of a column, with the SQL that makes it', async () => {
    await open(ROUTING);
    await shown.press('Show the columns of Large orders (topic)');
    await shown.column('Large orders (topic)', 'customer_name').click();
    const facts = page.getByRole('complementary', { name: 'Facts' });
    await facts.getByText('Path of customer_name').waitFor();
    await facts.getByText('c.name', { exact: true }).waitFor();
    await facts
      .getByText(/^line \d+, column \d+$/)
      .first()
      .waitFor();
    const lit = shown.column('Customers', 'name');
    assert.equal(await lit.getAttribute('data-lit'), 'true');
    await picture(page, 'lineage-tab-column');
  });

  it('tab of a dataset and of a data source', async () => {
    await open('/catalog/default/dataset/warehouse-customers/lineage');
    await shown.box(/^Job, Shop to warehouse, SEATUNNEL/).waitFor();
    await open('/catalog/default/datasource/warehouse-postgres/lineage');
    await shown.box(/^Dataset, Orders per minute, postgres/).waitFor();
    await shown.box(/^Dataset, Customers \(warehouse\), postgres/).waitFor();
    await picture(page, 'lineage-tab-source');
  });

  it('explorer: from a column to columns, as a table, and by its link', async () => {
    await open('/lineage');
    await shown.find(
      'Dataset, column or job',
      'customer_name',
      /Large orders \(topic\)\.customer_name/,
    );
    await page.getByText('Path of customer_name').waitFor();
    await shown.choose('Level', 'Columns');
    await shown.column('Orders (topic)', 'amount').waitFor();
    const drawn = await page
      .getByRole('group', { name: /^Lineage of/ })
      .getAttribute('aria-label');
    const nodes = Number(/\d+/.exec(drawn!)![0]);
    const link = page.url();
    await page.reload();
    await shown.column('Orders (topic)', 'amount').waitFor();
    await page.getByText('Path of customer_name').waitFor();
    assert.equal(page.url(), link);
    await page.getByRole('radio', { name: 'Table' }).click();
    await page.getByRole('radio', { name: `Nodes (${nodes})` }).waitFor();
    const row = (text: RegExp) =>
      page.getByRole('row').filter({ hasText: text });
    await row(/Order routing.*FLINK.*Data platform/).waitFor();
    await page.getByRole('radio', { name: /^Columns \(/ }).click();
    await row(
      /nameCustomerscustomer_nameLarge orders \(topic\)Taken over/,
    ).waitFor();
    await picture(page, 'lineage-table');
  });

  it('explorer: before everything there was nothing', async () => {
    await open(explorer({ node: 'job:datalark:order-routing' }));
    await shown.box(/^Dataset, Large orders,/).waitFor();
    await shown.press('Time');
    await page.getByLabel('As of').fill('2000-01-01T00:00');
    await page.getByText('No lineage is known here.').waitFor();
    assert.equal(await shown.box(/^Dataset, /).count(), 0);
    await picture(page, 'lineage-past');
    await shown.press('Back to now');
    await shown.box(/^Dataset, Large orders,/).waitFor();
  });

  it('explorer: the path between two, to take away', async () => {
    await open(explorer({ node: 'job:datalark:orders-generator' }));
    await shown.find('Path to …', 'orders_per_minute', /Dataset/);
    await page.getByText('to warehouse.public.orders_per_minute').waitFor();
    await shown.box(/^Job, Order routing/).waitFor({ state: 'detached' });
    await shown.box(/^Dataset, Orders per minute/).waitFor();
    await picture(page, 'lineage-path');
    await open(
      explorer({ node: 'job:datalark:order-routing', level: 'column' }),
    );
    await shown.box(/^Dataset, Large orders,/).waitFor();
    const png = await downloadFile('Picture (PNG)');
    writeFileSync(join(ARTIFACTS, 'lineage-export.png'), png);
    const drawn = await coloursOf(page, png);
    assert.ok(drawn > 20, `${drawn} colours in the picture`);
    const svg = await download('Picture (SVG)');
    assert.match(svg, /^<svg [^>]*xmlns=/);
    assert.match(svg, />Large orders</);
    const csv = await download('Table (CSV)');
    assert.match(csv, /^from_namespace,from_name,/);
    assert.match(
      csv,
      /shop\.public\.customers,.*name,customer_name,DIRECT\/IDENTITY/,
    );
    const events = (await download('OpenLineage'))
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    const routing = events.find(({ job }) => job?.name === 'order-routing');
    assert.deepEqual(
      routing.outputs.map((each: { name: string }) => each.name).sort(),
      ['shop.orders.large', 'warehouse.public.large_orders'],
    );
  });

  it('impact: by owner, and each is written to once', async () => {
    await open('/lineage');
    await page.getByRole('link', { name: 'Impact' }).click();
    await shown.find(
      'Dataset, column or job',
      'shop.orders',
      /Orders \(topic\) Dataset/,
    );
    await page
      .getByRole('heading', { name: /^Data platform · \d+ affected$/ })
      .waitFor();
    await page
      .getByRole('heading', { name: /^Shop analytics · \d+ affected$/ })
      .waitFor();
    const message = `The amount goes, says ${Date.now()}`;
    await shown.press('Write to owners');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: /Message/ }).fill(message);
    await dialog.getByText('Send it to 2 owners').click();
    await picture(page, 'lineage-notify');
    assert.deepEqual(await violations(page, '[role="dialog"]'), []);
    await dialog.getByRole('button', { name: 'Write to 2 owners' }).click();
    await dialog.getByText('2 owners were written to.').waitFor();
    // A guest belongs to one of the two.
    const got = await until(
      'the notification',
      () => portal.api('notifications/notifications?limit=50'),
      ({ notifications }) =>
        notifications.some((each: any) =>
          each.payload.description?.includes(message),
        ),
    );
    assert.equal(
      got.notifications.filter((each: any) =>
        each.payload.description?.includes(message),
      ).length,
      1,
    );
  });

  it('drift: what Flink only looks up is none, and is named', async () => {
    await open('/lineage/drift');
    await page.getByRole('table', { name: 'Drift' }).waitFor();
    await page.getByText('1 lookup is not compared').click();
    await page.getByText('Customers → Order routing').waitFor();
    const row = page.getByRole('row', { name: /Customers.*Order routing/ });
    assert.equal(await row.count(), 0);
    await picture(page, 'lineage-drift-lookup');
  });

  it('drift: with the entity that declares what was observed', async () => {
    await open('/lineage/drift?kind=observed-not-declared');
    const row = page.getByRole('row', { name: /clicks.*Orders generator/ });
    await row.getByRole('button', { name: 'Accept into the catalog' }).click();
    const yaml = page.getByRole('dialog').getByText(/kind: Lineage/);
    await yaml.waitFor();
    assert.match(
      await yaml.innerText(),
      /^apiVersion: datalark\.io\/v1alpha1$/m,
    );
    assert.match(await yaml.innerText(), /clicks/);
    await picture(page, 'lineage-drift-accept');
    assert.deepEqual(await violations(page, '[role="dialog"]'), []);
  });

  it('takes an OpenLineage event with a token, and shows it', async () => {
    const name = `made-elsewhere-${Date.now()}`;
    const token = readFileSync(
      join(portal.home, 'data/openlineage-token'),
      'utf8',
    ).trim();
    const dataset = (end: string) => ({
      namespace: 's3://elsewhere',
      name: `${name}/${end}`,
    });
    const answer = await fetch(`${portal.url}/api/data-lineage/v1/lineage`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${token}`,
      },
      body: JSON.stringify({
        eventType: 'COMPLETE',
        eventTime: new Date().toISOString(),
        producer: 'https://example.com/elsewhere',
        schemaURL:
          'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent',
        run: { runId: crypto.randomUUID() },
        job: { namespace: 'elsewhere', name },
        inputs: [dataset('in')],
        outputs: [dataset('out')],
      }),
    });
    assert.equal(answer.status, 201);
    const node = `job:elsewhere:${name}`;
    await until(
      'the event in the graph',
      () => portal.api<LineageGraph>(`data-lineage/graph?nodes=${node}`),
      ({ edges }) => edges.length === 2,
    );
    await open(explorer({ node }));
    await shown.box(new RegExp(`^Job, ${name}, complete$`)).waitFor();
    await shown.box(/^Dataset, .*out/).waitFor();
    await picture(page, 'lineage-event');
  });

  it('draws all that without an error', () => assert.deepEqual(problems, []));

  LOOKS.forEach(({ language, dark }) => {
    const look = `${language}-${dark ? 'dark' : 'light'}`;
    it(`is readable by people and machines, ${look}`, async () => {
      const signedIn = await signInAs({ language, dark });
      const node = ids.get('dataset Large orders (topic)')!;
      const pages = {
        explorer: explorer({
          ...{ node, of: node, column: 'amount', level: 'column' },
        }),
        tab: ROUTING,
        impact: explorer(
          { node: ids.get('dataset Orders (topic)')! },
          '/impact',
        ),
        drift: '/lineage/drift',
      };
      for (const [name, path] of Object.entries(pages)) {
        await signedIn.page.goto(`${portal.url}${path}`);
        // What drift has of Order routing is a lookup, below the table and folded.
        const job = name === 'drift' ? 'Orders generator' : 'Order routing';
        await signedIn.page.getByText(job).first().waitFor();
        await signedIn.page
          .waitForLoadState('networkidle')
          .catch(() => undefined);
        await picture(signedIn.page, `lineage-${name}-${look}`);
        assert.deepEqual(await violations(signedIn.page), [], name);
      }
      assert.deepEqual(signedIn.problems, []);
      await signedIn.page.context().close();
    });
  });
});
