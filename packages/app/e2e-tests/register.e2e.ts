import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { until } from '@datalark/local-engines';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, picture, signIn } from './browser';
import { Portal, ROOT } from './portal';

const IMPORTED = [
  'datasource:default/imported-kafka',
  'dataset:default/imported-visits',
  'datajob:default/imported-job',
  'lineage:default/imported-lineage',
  'quality:default/imported-quality',
];

/** The checkout, as a server of files shows it. */
async function serveFiles(): Promise<Server> {
  const server = createServer(async (request, response) => {
    try {
      response.end(
        await readFile(join(ROOT, new URL(request.url!, 'http://x').pathname)),
      );
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>(done => {
    server.listen(0, '127.0.0.1', done);
  });
  return server;
}

describe('entities of the five kinds, registered by YAML', () => {
  let folder: string;
  let files: Server;
  let portal: Portal;
  let browser: Browser;
  let page: Page;
  let problems: string[];
  const address = (path: string) =>
    `http://127.0.0.1:${(files.address() as AddressInfo).port}/${path}`;
  const find = async (ref: string) => {
    const { items } = await portal.api<{ items: any[] }>(
      'catalog/entities/by-refs',
      { method: 'POST', body: JSON.stringify({ entityRefs: [ref] }) },
    );
    return items[0];
  };
  /** The import page's first step. */
  const analyze = async (path: string) => {
    await page.goto(`${portal.url}/catalog-import`);
    await page.getByLabel('URL').fill(address(path));
    await page.getByRole('button', { name: 'Analyze' }).click();
  };

  before(async () => {
    files = await serveFiles();
    folder = await mkdtemp(join(tmpdir(), 'datalark-register-'));
    const config = join(folder, 'app-config.json');
    const overlay = {
      backend: { reading: { allow: [{ host: new URL(address('')).host }] } },
      catalog: {
        locations: [
          {
            type: 'url',
            target: address('examples/platform/data-sources.yaml'),
          },
          {
            type: 'file',
            target: join(ROOT, 'examples/platform/datasets-shop.yaml'),
          },
          { type: 'file', target: join(ROOT, 'examples/org.yaml') },
        ],
      },
      dataJobs: { autoDeploy: false },
    };
    await writeFile(config, JSON.stringify(overlay));
    portal = await Portal.startOwn(['--no-engines', '--config', config]);
    browser = await openBrowser();
    ({ page, problems } = await signIn(browser, portal));
    page.setDefaultTimeout(30_000);
  });
  after(async () => {
    await browser?.close();
    await portal?.remove();
    files?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('from a URL and from a file of the configuration, related to each other', async () => {
    const topic = await until(
      'the topic of the file, with its source of the URL',
      () => find('dataset:default/orders-topic'),
      found => Boolean(found?.relations?.length > 1),
    );
    assert.ok(
      topic.relations.some(
        ({ targetRef }: { targetRef: string }) =>
          targetRef === 'datasource:default/shop-kafka',
      ),
    );
    assert.equal(
      (await find('datasource:default/shop-kafka')).spec.type,
      'kafka',
    );
  });

  it('from the import page, all five, with the SQL beside the file', async () => {
    await analyze('packages/app/e2e-tests/register/five-kinds.yaml');
    const main = page.getByRole('main').last();
    for (const ref of IMPORTED) {
      await main
        .getByText(ref.split('/')[1], { exact: true })
        .first()
        .waitFor();
    }
    await picture(page, 'import-review');
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByRole('button', { name: 'Register another' }).waitFor();
    await picture(page, 'import-done');
    for (const ref of IMPORTED) {
      const entity = await until(
        `${ref} in the catalog`,
        () => find(ref),
        found => Boolean(found?.relations?.length),
      );
      assert.equal(
        entity.metadata.annotations['backstage.io/managed-by-location'],
        `url:${address('packages/app/e2e-tests/register/five-kinds.yaml')}`,
      );
    }
    const job = await find('datajob:default/imported-job');
    assert.match(job.spec.definition.sql, /INSERT INTO nowhere/);
    for (const ref of IMPORTED) {
      const [kind, name] = ref.split(':default/');
      await page.goto(`${portal.url}/catalog/default/${kind}/${name}`);
      await page
        .getByText(/^Imported /)
        .first()
        .waitFor();
    }
    await picture(page, 'import-entity');
  });

  it('a wrong one is refused on the import page: the field, the value, what to do', async () => {
    await analyze('packages/app/e2e-tests/register/wrong.yaml');
    await page
      .getByText(/spec\.parallelism/)
      .first()
      .waitFor();
    await picture(page, 'import-refused');
    assert.match(
      await page.getByRole('main').last().innerText(),
      /spec\.parallelism.*many/s,
    );
    assert.equal(await find('datajob:default/wrong-job'), null);
  });

  it('draws without an error', () => assert.deepEqual(problems, []));
});
