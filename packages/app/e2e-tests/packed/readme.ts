import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../portal';

/** A block of code in a README: its language and its lines. */
type Block = { language: string; text: string };

/** The blocks of code below a heading of a README, up to the next heading of any level. */
export function blocksBelow(file: string, heading: string): Block[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const start = text.indexOf(`\n${heading}\n`);
  if (start < 0) throw new Error(`${file} has no heading "${heading}"`);
  const section = text
    .slice(start + heading.length + 2)
    .split(/^#{2,} /m, 1)[0];
  return [...section.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(
    ([, language, body]) => ({ language, text: body }),
  );
}

/** The only block that `contains` a text. */
export function block(blocks: Block[], contains: string): string {
  const found = blocks.filter(each => each.text.includes(contains));
  if (found.length !== 1) {
    throw new Error(`${found.length} blocks of code contain "${contains}"`);
  }
  return found[0].text;
}

/** A block without the comments that say where its lines go. */
export function withoutComments(text: string): string {
  return text.replace(/^\s*\/\/.*\n/gm, '');
}

/** The parts of a block, told apart by the empty lines or comments between them. */
export function parts(text: string): string[] {
  return text
    .split(/\n\s*\n|^\s*\/\/.*$/m)
    .map(each => each.trim())
    .filter(Boolean);
}
