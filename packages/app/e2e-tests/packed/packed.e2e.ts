import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { freePort, until } from '@datalark/local-engines';
import type { Browser } from 'playwright-core';
import { parse, stringify } from 'yaml';
import { openBrowser, picture } from '../browser';
import { ROOT } from '../portal';
import { StockApp } from './StockApp';
import { guestApi } from './guestApi';
import { merged } from './merged';
import { block, blocksBelow, parts, withoutComments } from './readme';
import { watchedPage } from './watchedPage';

const INSTALL = blocksBelow('README.md', '## Into your own portal');
const LEGACY = '## An app on the old front-end system';
const TEMPLATES = ['flink-sql-pipeline', 'seatunnel-sync', 'flink-jar-job'];

const HELLO = `apiVersion: datalark.io/v1alpha1
kind: DataJob
metadata:
  name: hello
spec:
  type: flink-sql
  lifecycle: experimental
  owner: guests
  engine: flink
  state: suspended
  definition:
    sql: |
      CREATE TABLE made_up (id BIGINT) WITH ('connector' = 'datagen', 'rows-per-second' = '1');
      CREATE TABLE nowhere (id BIGINT) WITH ('connector' = 'blackhole');
      INSERT INTO nowhere SELECT id FROM made_up;
`;

describe('the packages in a stock app, as the README says', () => {
  let app: StockApp;
  let browser: Browser;
  let port: number;

  before(async () => {
    port = await freePort();
    app = await StockApp.create();
    await install(app);
    configure(app);
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await app?.remove();
  });

  const start = async (appPackage: string) => {
    await app.stop();
    await app.yarn('workspace', appPackage, 'build');
    app.write(
      'app-config.test.yaml',
      stringify({
        app: { baseUrl: `http://localhost:${port}`, packageName: appPackage },
        backend: {
          baseUrl: `http://localhost:${port}`,
          listen: { host: '127.0.0.1', port },
          csp: { 'upgrade-insecure-requests': false },
          cors: { origin: `http://localhost:${port}` },
        },
      }),
    );
    await app.start(port, ['app-config.yaml', 'app-config.test.yaml'], {
      GITHUB_TOKEN: 'none',
      WAREHOUSE_PASSWORD: 'none',
    });
  };

  it('have in them what their manifests promise, and nothing else', () => {
    const folder = join(ROOT, 'dist/packages');
    for (const tarball of readdirSync(folder)) {
      const files = execFileSync('tar', ['-tzf', join(folder, tarball)])
        .toString()
        .split('\n')
        .filter(Boolean)
        .map(file => file.replace(/^package\//, './'));
      const manifest = JSON.parse(
        execFileSync('tar', [
          '-xzOf',
          join(folder, tarball),
          'package/package.json',
        ]).toString(),
      );
      for (const target of targetsOf(manifest.exports)) {
        assert.ok(files.includes(target), `${tarball} lacks ${target}`);
      }
      assert.ok(files.includes('./README.md'), `${tarball} lacks a README.md`);
      if (manifest.configSchema) {
        assert.ok(files.includes(`./${manifest.configSchema}`), tarball);
      }
      assert.deepEqual(
        files.filter(file => /\.test\.|__testUtils__|^\.\/src\//.test(file)),
        [],
        tarball,
      );
    }
    const backend = execFileSync('tar', [
      '-tzf',
      join(
        folder,
        readdirSync(folder).find(each => /data-jobs-backend-0/.test(each))!,
      ),
    ]).toString();
    const migrations = readdirSync(
      join(ROOT, 'plugins/data-jobs-backend/migrations'),
    );
    for (const migration of migrations) {
      assert.ok(backend.includes(`package/migrations/${migration}`), migration);
    }
  });

  it('draw the page, answer, take a job into the catalog and bring the templates', async () => {
    await start('app');
    const api = guestApi(port);
    await until(
      'the job in the catalog',
      () => api('catalog/entities/by-name/datajob/default/hello'),
      entity => entity.metadata.name === 'hello',
    );
    for (const name of TEMPLATES) {
      await until(
        `the template ${name}`,
        () => api(`catalog/entities/by-name/template/default/${name}`),
        entity => entity.kind === 'Template',
      );
    }
    await until(
      'the job in data-jobs',
      () => api('data-jobs/jobs'),
      jobs => jobs.items.some((job: any) => job.name === 'hello'),
    );
    const actions = await api('scaffolder/v2/actions');
    const ids = actions.map((action: any) => action.id);
    assert.ok(ids.includes('data-jobs:compose-job'), 'of the module');
    assert.ok(ids.includes('data-jobs:deploy-job'), 'of the registry');

    const { page, problems } = await watchedPage(
      browser,
      `http://localhost:${port}`,
    );
    await page.getByRole('button', { name: /enter/i }).click();
    await page.getByRole('link', { name: 'Data jobs' }).first().click();
    await page.getByRole('row').filter({ hasText: 'hello' }).waitFor();
    await picture(page, 'packed-data-jobs');
    await page.goto(
      `http://localhost:${port}/catalog/default/datajob/hello/job`,
    );
    await page.getByRole('tab', { name: 'Definition' }).first().waitFor();
    await page.goto(
      `http://localhost:${port}/create/templates/default/flink-sql-pipeline`,
    );
    await page.getByRole('textbox', { name: /^Name/ }).waitFor();
    assert.deepEqual(problems, []);
    await page.context().close();
  });

  it('draw in an app on the old front-end system', async () => {
    await start('app-legacy');
    const { page, problems } = await watchedPage(
      browser,
      `http://localhost:${port}`,
    );
    await page.getByRole('button', { name: /enter/i }).click();
    await page
      .getByRole('link', { name: 'Data jobs' })
      .first()
      .click()
      .catch(async error => {
        await picture(page, 'packed-legacy-failed');
        throw new Error([error.message, page.url(), ...problems].join('\n'));
      });
    await page.getByRole('row').filter({ hasText: 'hello' }).waitFor();
    await picture(page, 'packed-legacy-data-jobs');
    await page.getByRole('link', { name: 'Engines' }).first().click();
    await page.getByText('flink-jobmanager').first().waitFor();
    await page.goto(
      `http://localhost:${port}/catalog/default/datajob/hello/job`,
    );
    await page.getByRole('tab', { name: 'Definition' }).first().waitFor();
    await picture(page, 'packed-legacy-job');
    await page.goto(
      `http://localhost:${port}/create/templates/default/flink-sql-pipeline`,
    );
    await page.getByRole('textbox', { name: /^Name/ }).waitFor();
    assert.deepEqual(problems, []);
    await page.context().close();
  });
});

/** Packs, and installs into both apps with the README's own lines. */
async function install(app: StockApp) {
  const existing = process.env.DATALARK_PACKAGES === 'existing';
  await app.node(
    [
      join(ROOT, 'scripts/pack.mjs'),
      ...(existing ? ['--existing'] : []),
      '--into',
      app.folder,
    ],
    {},
    ROOT,
  );
  const lines = block(INSTALL, 'yarn --cwd packages/backend add')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter(line => line.startsWith('yarn '));
  const commands = lines.map(line => line.trim().split(/\s+/).slice(1));
  for (const [, folder, , ...packages] of commands) {
    // One install less; the new app shows that the lines work.
    if (folder === 'packages/app') app.declare('app-legacy', packages);
  }
  for (const command of commands) await app.yarn(...command);
  app.lendNativeParts();
  app.edit(
    'packages/backend/src/index.ts',
    'backend.start();',
    `${withoutComments(block(INSTALL, 'backend.add('))}\nbackend.start();`,
  );
  app.write('packages/app/src/App.tsx', block(INSTALL, 'catalogGraphModule'));
  editLegacyApp(app);
}

function editLegacyApp(app: StockApp) {
  const readmes = [
    'data-jobs',
    'catalog-module-data-entities',
    'scaffolder-module-data-jobs',
  ];
  for (const { text } of readmes.flatMap(name =>
    blocksBelow(`plugins/${name}/README.md`, LEGACY),
  )) {
    const [, path] = /^\/\/ packages\/app\/(\S+)\n/.exec(text) ?? [];
    if (!path) continue;
    const file = `packages/app-legacy/${path}`;
    for (const part of parts(text)) place(app, file, part);
  }
}

/** Puts a part of a README's block where its comment says. */
function place(app: StockApp, file: string, part: string) {
  const inFrontOf = (mark: string) => app.edit(file, mark, `${part}\n${mark}`);
  if (part.startsWith('import ')) app.write(file, `${part}\n${app.read(file)}`);
  else if (part.startsWith('const ')) inFrontOf('export const entityPage');
  else if (part.startsWith('<EntitySwitch.Case')) {
    inFrontOf("<EntitySwitch.Case if={isKind('component')}");
  } else if (part.startsWith('<Route path="/create"')) {
    app.edit(
      file,
      '<Route path="/create" element={<ScaffolderPage />} />',
      part,
    );
  } else if (part.startsWith('<Route ')) inFrontOf('</FlatRoutes>');
  else if (part.startsWith('<SidebarItem')) inFrontOf('{/* End global nav */}');
  else if (part.endsWith(',')) inFrontOf('ScmAuth.createDefaultApiFactory()');
  else throw new Error(`Where in ${file} does this go?\n${part}`);
}

/** The README's configuration in that of the app; and a job in a file, beside the app's own examples. */
function configure(app: StockApp) {
  app.write('examples/hello.yaml', HELLO);
  const ours = parse(block(INSTALL, 'dataJobs:'));
  const file = { type: 'file', target: '../../examples/hello.yaml' };
  app.write(
    'app-config.yaml',
    stringify(
      merged(merged(parse(app.read('app-config.yaml')), ours), {
        catalog: { locations: [file] },
      }),
    ),
  );
}

function targetsOf(exported: unknown): string[] {
  if (typeof exported === 'string') {
    return exported.startsWith('./') ? [exported] : [];
  }
  return Object.values(exported ?? {}).flatMap(targetsOf);
}
