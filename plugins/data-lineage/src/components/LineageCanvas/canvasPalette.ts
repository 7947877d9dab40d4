import { LINE_STYLES } from './originStyle';
import { Palette } from './paintScene';

/** The colours of the theme as an element has them. */
export function canvasPalette(element: HTMLElement): Palette {
  const style = getComputedStyle(element);
  const read = (name: string) => style.getPropertyValue(name).trim() || '#888';
  return {
    dataset: read('--dl-dataset'),
    job: read('--dl-job'),
    hidden: read('--dl-hidden'),
    group: read('--dl-group'),
    border: read('--dl-kept'),
    text: read('--bui-fg-primary'),
    selected: read('--bui-accent-bg'),
    background: read('--bui-bg-app'),
    lines: Object.fromEntries(
      LINE_STYLES.map(({ id, color }) => [id, read(color)]),
    ),
  };
}
