import type { Page } from 'playwright-core';

/**
 * Presses a key again and again until what has the focus matches: its element
 * and its name, e.g. `BUTTON Take savepoint`.
 */
export async function pressUntil(
  page: Page,
  key: string,
  wanted: RegExp,
  most = 80,
): Promise<void> {
  const seen: string[] = [];
  for (let count = 0; count < most; count++) {
    await page.keyboard.press(key);
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      if (!element) return '';
      const labels = [
        element.getAttribute('aria-label'),
        ...((element as HTMLInputElement).labels ?? []),
        element.innerText,
      ].map(each =>
        typeof each === 'string' ? each : each?.textContent ?? '',
      );
      return `${element.tagName} ${labels.filter(Boolean).join(' ')}`
        .replace(/\s+/g, ' ')
        .trim();
    });
    if (wanted.test(focused)) return;
    seen.push(focused.slice(0, 60));
  }
  throw new Error(
    `${key} never came to ${wanted}, but to: ${seen.join(' | ')}`,
  );
}
