import { readFileSync } from 'fs';
import { resolve } from 'path';
import { shownProblems } from '../__testUtils__/readOne';
import { checkScript } from './checkScript';

describe('a script of common mistakes', () => {
  it('is told of each of them, at its place', () => {
    const folder = resolve(__dirname, '../__fixtures__/reader');
    const script = readFileSync(resolve(folder, 'refused.sql'), 'utf8');
    const golden = readFileSync(resolve(folder, 'refused.txt'), 'utf8');
    const shown = shownProblems(script, checkScript(script));
    expect(`${shown.join('\n')}\n`).toBe(golden);
  });
});
