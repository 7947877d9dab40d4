import fc from 'fast-check';
import { fixture, fixtureNames } from '../__testUtils__/fixtures';
import { checkJob } from '../rules/checkJob';
import { readJobConfig } from './readJobConfig';

const texts = fixtureNames('hocon', '.conf').map(n => fixture(`hocon/${n}`));

/** A job with pieces cut out, put in and moved about. */
const damaged = fc
  .tuple(
    fc.constantFrom(...texts),
    fc.array(
      fc.tuple(
        fc.nat(1000),
        fc.nat(20),
        fc.oneof(
          fc.string({ maxLength: 4 }),
          fc.constantFrom(
            '"',
            '"""',
            '{',
            '}',
            '[',
            ']',
            '${',
            '\\',
            '+=',
            ',',
          ),
        ),
      ),
      { maxLength: 5 },
    ),
  )
  .map(([text, cuts]) =>
    cuts.reduce((rest, [at, length, put]) => {
      const start = rest.length === 0 ? 0 : at % rest.length;
      return rest.slice(0, start) + put + rest.slice(start + length);
    }, text),
  );

describe('any text', () => {
  it('is read or has problems with a place, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(damaged, fc.string()), text => {
        const { config, problems, positions } = readJobConfig(text);
        const found = config && checkJob(config, { positions });
        expect(found ?? problems).toEqual(expect.any(Array));
        expect(config !== undefined || problems.length === 1).toBe(true);
        const lines = text.split('\n');
        for (const { line, column } of problems) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeLessThanOrEqual(lines[line! - 1].length + 1);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('is read in a time that grows with its length', () => {
    const block =
      'FakeSource { row.num = 5, schema { fields { a = string } } }\n';
    const text = `source {\n${block.repeat(10_000)}}\n`;
    const start = performance.now();
    expect(readJobConfig(text).config?.sources).toHaveLength(10_000);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
