import { openBrowser, signIn } from './browser';
import { Portal } from './portal';

const PARTS = [
  '',
  '/entity.yaml',
  '/versions',
  '/operations',
  '/runs',
  '/snapshots',
  '/exceptions',
  '/log',
  '/plan',
  '/metrics',
  '/resolved',
  '/comparison',
  '/alerts',
  '/schedule',
];

const TABS = ['overview', 'history', 'definition', 'diagnostics'];

/**
 * What the portal says to a guest and to its own log: every answer about every
 * job, entities, search, engines, and the pages of one job.
 */
export async function everythingSaid(
  portal: Portal,
  job: string,
): Promise<Array<{ what: string; said: string }>> {
  const all = [
    { what: 'the log', said: portal.log() },
    { what: 'the terminal', said: portal.output },
  ];
  const token = await portal.token();
  const hear = async (path: string) => {
    const answer = await fetch(`${portal.url}/api/${path}`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    all.push({ what: path, said: `${answer.status} ${await answer.text()}` });
  };
  const { items } = await portal.api('data-jobs/jobs?limit=100');
  for (const { name } of items) {
    for (const part of PARTS)
      await hear(`data-jobs/jobs/default/${name}${part}`);
  }
  for (const path of [
    'data-jobs/jobs?limit=100',
    'data-jobs/engines',
    'catalog/entities',
    `search/query?term=${job}`,
    'notifications/notifications',
  ]) {
    await hear(path);
  }
  const browser = await openBrowser();
  try {
    const { page } = await signIn(browser, portal);
    for (const tab of TABS) {
      await page.goto(
        `${portal.url}/catalog/default/datajob/${job}/job?tab=${tab}`,
      );
      await page.getByRole('group', { name: 'Actions' }).waitFor();
      await page.waitForLoadState('networkidle').catch(() => undefined);
      all.push({ what: `the page, ${tab}`, said: await page.content() });
    }
  } finally {
    await browser.close();
  }
  return all;
}
