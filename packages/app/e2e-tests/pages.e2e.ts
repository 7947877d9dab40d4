import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser, picture, signIn, violations } from './browser';
import { Portal, until } from './portal';

const PAGES = [
  { name: 'data-jobs', path: '/data-jobs', en: 'Data jobs', zh: '数据作业' },
  { name: 'engines', path: '/engines', en: 'Engines', zh: '引擎' },
  {
    name: 'job',
    path: '/catalog/default/datajob/hello-flink/job',
    en: 'Take savepoint',
    zh: '保存点',
  },
];

const LOOKS = [
  { language: 'en', dark: false },
  { language: 'en', dark: true },
  { language: 'zh', dark: false },
  { language: 'zh', dark: true },
] as const;

const operationsOf = (portal: Portal, name: string) =>
  portal.api(`data-jobs/jobs/default/${name}/operations`);

describe('the pages', () => {
  let portal: Portal;
  let browser: Browser;
  before(async () => {
    portal = await Portal.start();
    await until(
      'the smallest example running',
      () => portal.api('data-jobs/jobs/default/hello-flink'),
      job => job.deployments[0].observation.state === 'running',
    );
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    await portal.remove();
  });

  LOOKS.forEach(({ language, dark }) => {
    const look = `${language}-${dark ? 'dark' : 'light'}`;
    it(`are readable by people and machines, ${look}`, async () => {
      const { page, problems } = await signIn(browser, portal, {
        language,
        dark,
      });
      for (const each of PAGES) {
        await page.goto(`${portal.url}${each.path}`);
        await page.getByText(each[language]).first().waitFor();
        await page.waitForLoadState('networkidle').catch(() => undefined);
        await picture(page, `${each.name}-${look}`);
        assert.deepEqual(await violations(page), [], each.name);
      }
      assert.deepEqual(problems, []);
      await page.context().close();
    });
  });

  it('keep the filters in the address', async () => {
    const { page } = await signIn(browser, portal);
    await page.goto(`${portal.url}/data-jobs?type=seatunnel`);
    await page.getByText('Hello, SeaTunnel').first().waitFor();
    assert.equal(await page.getByText('Hello, Flink').count(), 0);
    await page.context().close();
  });

  it('take a savepoint and show its steps', async () => {
    const { page } = await signIn(browser, portal);
    await page.goto(`${portal.url}/catalog/default/datajob/hello-flink/job`);
    await page.getByRole('button', { name: 'Take savepoint' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await picture(page, 'savepoint-dialog');
    await dialog.getByRole('button', { name: /savepoint/i }).click();
    const { items } = await until(
      'the savepoint',
      () => operationsOf(portal, 'hello-flink'),
      answer =>
        answer.items[0].verb === 'savepoint' &&
        answer.items[0].state === 'succeeded',
    );
    assert.ok(items[0].steps.length > 0);
    assert.equal(items[0].surface, 'page');
    await page.context().close();
  });
});
