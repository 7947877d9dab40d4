import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { Browser, Page, chromium as driver } from 'playwright-core';
import { lendChineseFont } from './chineseFont';
import { ARTIFACTS, Portal } from './portal';

/** A headless Chromium out of an npm package. */
export async function openBrowser(): Promise<Browser> {
  return driver.launch({
    executablePath:
      process.env.DATALARK_CHROMIUM ?? (await chromium.executablePath()),
    args: [
      // In a single process the browser ends with its first closed page.
      ...chromium.args.filter(
        arg => !/^--(headless|single-process|no-zygote)/.test(arg),
      ),
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
    headless: true,
  });
}

/** A signed-in page; console errors and failed requests are collected in `problems`. */
export async function signIn(
  browser: Browser,
  portal: Portal,
  options: { language?: 'en' | 'zh'; dark?: boolean; width?: number } = {},
): Promise<{ page: Page; problems: string[] }> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1440, height: 900 },
    colorScheme: options.dark ? 'dark' : 'light',
    // As a person's browser says it; without one Chromium takes it of the shell.
    locale: options.language === 'zh' ? 'zh-CN' : 'en-US',
  });
  if (options.language === 'zh') await lendChineseFont(context);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', error => problems.push(error.message));
  page.on('response', response => {
    if (response.status() >= 500) {
      problems.push(`${response.status()} ${response.url()}`);
    }
  });
  await page.addInitScript(
    ([language, theme]) => {
      window.localStorage.setItem('language', language);
      window.localStorage.setItem('theme', theme);
    },
    [options.language ?? 'en', options.dark ? 'dark' : 'light'],
  );
  await page.goto(portal.url);
  await page
    .getByRole('button', { name: /enter|进入/i })
    .first()
    .click();
  // The sign-in page has a main part too, but no such link.
  await page.getByRole('link', { name: 'Data jobs' }).first().waitFor();
  return { page, problems };
}

/** Keeps a picture for people to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  await settled(page);
  await page.screenshot({
    path: join(ARTIFACTS, `${name}.png`),
    fullPage: false,
  });
}

/** What is loading has nothing to show yet, and what fades in no contrast. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      !document.querySelector(
        '.bui-Skeleton, [data-stale="true"], [data-ispending="true"]',
      ),
  );
  await page.evaluate(async () => {
    // The browser itself would only begin to load them with the next drawing.
    const families = new Set([...document.fonts].map(face => face.family));
    const words = document.body.innerText;
    await Promise.all(
      [...families].map(family => document.fonts.load(`1em ${family}`, words)),
    );
    await document.fonts.ready;
    // What was drawn without a glyph is drawn again.
    document.body.style.display = 'none';
    document.body.getBoundingClientRect();
    document.body.style.display = '';
    const fading = document
      .getAnimations()
      .filter(each => each instanceof CSSTransition);
    await Promise.allSettled(fading.map(each => each.finished));
  });
}

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Accessibility violations of what Datalark draws (serious and critical ones). */
export async function violations(
  page: Page,
  selector = 'main',
): Promise<string[]> {
  await settled(page);
  await page.evaluate(AXE);
  return page.evaluate(async root => {
    const { violations: found } = await (window as any).axe.run(root, {
      resultTypes: ['violations'],
    });
    return found
      .filter((each: any) => ['serious', 'critical'].includes(each.impact))
      .map(
        (each: any) =>
          `${each.id}: ${each.nodes
            .map((node: any) =>
              [node.target.join(' '), node.any[0]?.message].join(' '),
            )
            .slice(0, 3)
            .join(' | ')}`,
      );
  }, selector);
}
