import type { Browser, Page } from 'playwright-core';
import { openBrowser, signIn } from './browser';
import { enginesReady, ExampleJobs } from './exampleJobs';
import { Portal } from './portal';

/** What a browser test of jobs works with. */
export type Workplace = {
  /** Its engines answer. */
  portal: Portal;
  /** Removed in the end. */
  jobs: ExampleJobs;
  /** Signed in. */
  page: Page;
  /** Errors of the page and of the server. */
  problems: string[];
  close(): Promise<void>;
};

/** Opens one; the page waits so long for what a test looks for. */
export async function openWorkplace(timeoutMs = 60_000): Promise<Workplace> {
  const portal = await Portal.start();
  const jobs = new ExampleJobs(portal);
  let browser: Browser | undefined;
  const close = async () => {
    await jobs.remove();
    await browser?.close();
    await portal.remove();
  };
  try {
    await enginesReady(portal);
    browser = await openBrowser();
    const { page, problems } = await signIn(browser, portal);
    page.setDefaultTimeout(timeoutMs);
    return { portal, jobs, page, problems, close };
  } catch (error) {
    await close();
    throw error;
  }
}
