import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';

const PACKAGE = '@fontsource-variable/noto-sans-sc';
const FAMILY = 'Noto Sans SC Variable';
const PATH = '/fonts-of-the-tests/';

/**
 * Lends the pages of a context a font with Chinese glyphs: the bundled Chromium
 * has none, and a machine for tests seldom has. Its files are served in place
 * of the portal, and only to these pages.
 */
export async function lendChineseFont(context: BrowserContext): Promise<void> {
  await context.route(`**${PATH}*`, route =>
    route.fulfill({
      path: require.resolve(
        `${PACKAGE}/files/${new URL(route.request().url()).pathname.slice(
          PATH.length,
        )}`,
      ),
      contentType: 'font/woff2',
    }),
  );
  await context.addInitScript(css => {
    const add = () => {
      const style = document.createElement('style');
      style.textContent = css;
      document.head.append(style);
    };
    if (document.head) add();
    else document.addEventListener('DOMContentLoaded', add);
  }, faces());
}

/** The Chinese faces, under the family of Material UI's stack and in Backstage UI's. */
function faces(): string {
  const css = readFileSync(
    join(require.resolve(`${PACKAGE}/package.json`), '../index.css'),
    'utf8',
  ).replaceAll('./files/', PATH);
  // Latin letters stay as they are: only the numbered parts are Chinese.
  const chinese = css
    .split(/(?=@font-face)/)
    .filter(face => /noto-sans-sc-\d+-wght/.test(face))
    .join('');
  return `${chinese}
${chinese.replaceAll(FAMILY, 'Helvetica Neue')}
:root, [data-theme-mode] {
  --bui-font-regular: system-ui, '${FAMILY}' !important;
  --bui-font-monospace: ui-monospace, 'DejaVu Sans Mono', monospace, '${FAMILY}' !important;
}`;
}
