import { until } from '@datalark/local-engines';
import type { LineageGraph } from '@datalark/backstage-plugin-data-lineage-common';
import type { Locator, Page } from 'playwright-core';
import type { Portal } from './portal';

/** The picture of lineage, on whichever page it is. */
export class LineagePicture {
  constructor(private readonly page: Page) {}

  /** A dataset or job, found by how it is read out: type, title, system, owner, state. */
  box(readOut: string | RegExp): Locator {
    return this.page.getByRole('group', { name: readOut });
  }

  /** How the line between two titles is drawn. */
  async dashes(from: string, to: string): Promise<string> {
    return this.page
      .locator(`.react-flow__edge[aria-label="${from} feeds ${to}"] path`)
      .first()
      .evaluate(path => getComputedStyle(path).strokeDasharray);
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  /** A column of an open dataset. */
  column(dataset: string, name: string): Locator {
    return this.page
      .getByRole('list', { name: `Columns of ${dataset}` })
      .getByRole('button', { name: new RegExp(`^${name}\\b`) });
  }

  /** Chooses in a field of the toolbar. */
  async choose(field: string, option: string): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(field) }).click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  /** Finds something by typing, and takes it. */
  async find(placeholder: string, text: string, hit: RegExp): Promise<void> {
    await this.page.getByPlaceholder(placeholder).fill(text);
    await this.page.getByRole('option', { name: hit }).first().click();
  }
}

/** Waits until a job's lineage is known from its definition and from its runs; resolves to it. */
export async function lineageOf(
  portal: Portal,
  job: string,
): Promise<LineageGraph> {
  return until(
    `inferred and observed lineage of ${job}`,
    () =>
      portal.api<LineageGraph>(
        `data-lineage/graph?nodes=job:datalark:${job}&level=column&depth=1`,
      ),
    ({ edges, columnLinks }) =>
      columnLinks?.length &&
      ['inferred', 'observed'].every(origin =>
        edges.some(({ origins }) => origins.includes(origin as 'inferred')),
      ),
    240_000,
  );
}

/** How many colours a PNG has: one that is empty has one. */
export async function coloursOf(page: Page, png: Buffer): Promise<number> {
  return page.evaluate(async base64 => {
    const bytes = Uint8Array.from(atob(base64), char => char.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes]));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    return new Set(new Uint32Array(data.buffer)).size;
  }, png.toString('base64'));
}
