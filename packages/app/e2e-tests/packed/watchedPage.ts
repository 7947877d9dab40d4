import type { Browser, Page } from 'playwright-core';

/** A page of the app; every error of the console and of the server is collected in `problems`. */
export async function watchedPage(
  browser: Browser,
  url: string,
): Promise<{ page: Page; problems: string[] }> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
  });
  // The first page of an app loads much, on a machine that has others to serve.
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', error => problems.push(error.message));
  page.on('console', message => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('response', response => {
    if (response.status() >= 500) {
      problems.push(`${response.status()} ${response.url()}`);
    }
  });
  await page.goto(url);
  return { page, problems };
}
