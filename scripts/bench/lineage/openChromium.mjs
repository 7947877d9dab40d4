import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const require = createRequire(join(ROOT, 'packages/app/package.json'));

/** A headless Chromium out of an npm package; the caller closes it. */
export async function openChromium() {
  const { default: chromium } = await import(
    require.resolve('@sparticuz/chromium')
  );
  const { chromium: driver } = require('playwright-core');
  return driver.launch({
    executablePath:
      process.env.DATALARK_CHROMIUM ?? (await chromium.executablePath()),
    args: [
      // In a single process the browser ends with its first closed page.
      ...chromium.args.filter(
        arg => !/^--(headless|single-process|no-zygote)/.test(arg),
      ),
      '--no-sandbox',
    ],
    headless: true,
  });
}
