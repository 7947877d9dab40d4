import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Locator } from 'playwright-core';
import { openBrowser, picture, signIn, violations } from './browser';
import { ExampleJobs } from './exampleJobs';
import { Portal } from './portal';

const JOB = '/catalog/default/datajob/hello-flink/job';

const PAGES: Array<{
  name: string;
  path: string;
  en: string;
  zh: string;
  /** What is there only when everything is loaded. */
  holds?: string;
  isCard?: true;
}> = [
  {
    name: 'data-jobs',
    path: '/data-jobs',
    en: 'Data jobs',
    zh: '数据作业',
    holds: 'Hello, Flink',
  },
  {
    name: 'engines',
    path: '/engines',
    en: 'Engines',
    zh: '引擎',
    holds: 'Flink on this machine',
  },
  { name: 'job', path: JOB, en: 'Take savepoint', zh: '创建保存点' },
  {
    name: 'job-history',
    path: `${JOB}?tab=history`,
    en: 'Runs',
    zh: '运行记录',
  },
  {
    name: 'job-snapshots',
    path: `${JOB}?tab=snapshots`,
    en: 'Checkpoints',
    zh: '检查点',
  },
  {
    name: 'job-definition',
    path: `${JOB}?tab=definition`,
    en: 'Show version',
    zh: '显示版本',
  },
  {
    name: 'job-diagnostics',
    path: `${JOB}?tab=diagnostics`,
    en: 'Metrics',
    zh: '指标',
  },
  {
    name: 'job-metrics',
    path: `${JOB}?tab=metrics`,
    en: 'Records per second',
    zh: '每秒记录数',
  },
  // What else is on these pages is not ours.
  {
    name: 'card-attention',
    path: '/catalog/default/group/shop-analytics',
    en: 'Data jobs that need attention',
    zh: '需要关注的数据作业',
    isCard: true,
  },
  {
    name: 'card-dataset',
    path: '/catalog/default/dataset/customers-by-country',
    en: 'What writes here',
    zh: '写入此处的作业',
    isCard: true,
  },
];

const LOOKS = [
  { language: 'en', dark: false },
  { language: 'en', dark: true },
  { language: 'zh', dark: false },
  { language: 'zh', dark: true },
] as const;

describe('the pages', () => {
  let portal: Portal;
  let browser: Browser;
  before(async () => {
    portal = await Portal.start();
    await new ExampleJobs(portal).untilState('hello-flink', 'running');
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
        if (each.holds) await page.getByText(each.holds).first().waitFor();
        await page.waitForLoadState('networkidle').catch(() => undefined);
        await picture(page, `${each.name}-${look}`);
        const looked = each.isCard
          ? await markCard(page.getByText(each[language]).first())
          : undefined;
        assert.deepEqual(await violations(page, looked), [], each.name);
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
});

/** Marks the card around a text; resolves to a selector of it. */
async function markCard(inside: Locator): Promise<string> {
  await inside.evaluate(element => {
    const card = element.closest('[class*="Card"]:not([class*="CardHeader"])');
    (card ?? element).setAttribute('data-looked-at', '');
  });
  return '[data-looked-at]';
}
