import fc from 'fast-check';
import { arbitraryJob } from '../__testUtils__/arbitraryJob';
import { fixture } from '../__testUtils__/fixtures';
import { readJobConfig } from '../read/readJobConfig';
import { printJobConfig, toJobJson } from './printJobConfig';

const JOB = readJobConfig(fixture('hocon/etl-with-everything.conf')).config!;

describe('printJobConfig', () => {
  it('writes what people write', () => {
    expect(
      printJobConfig(JOB, { seatunnelVersion: '2.3.9' }),
    ).toMatchSnapshot();
  });

  it.each(['hocon', 'json'] as const)('is read as the same job, %s', format => {
    fc.assert(
      fc.property(
        arbitraryJob,
        fc.constantFrom('2.3.8', '3.1.0', undefined),
        (job, seatunnelVersion) => {
          const text = printJobConfig(job, { format, seatunnelVersion });
          const { config, problems } = readJobConfig(text, { format });
          expect(problems.filter(p => p.severity === 'error')).toEqual([]);
          expect(config).toEqual(job);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('keeps the order of options', () => {
    const text = 'source { A { z = 1, a = 2, m.n = 3 } }';
    const { config } = readJobConfig(text);
    const again = readJobConfig(printJobConfig(config!)).config!;
    expect(Object.keys(again.sources[0].options)).toEqual(['z', 'a', 'm.n']);
  });

  it.each([
    ['2.3.8', 'source_table_name', 'result_table_name'],
    ['2.2.0', 'source_table_name', 'result_table_name'],
    [undefined, 'source_table_name', 'result_table_name'],
    ['nightly', 'source_table_name', 'result_table_name'],
    ['2.3.9', 'plugin_input', 'plugin_output'],
    ['2.3.13-SNAPSHOT', 'plugin_input', 'plugin_output'],
    ['2.4', 'plugin_input', 'plugin_output'],
    ['3.1.0', 'plugin_input', 'plugin_output'],
  ])('names links as %s does', (seatunnelVersion, input, output) => {
    const [sql] = toJobJson(JOB, { seatunnelVersion }).transform as any[];
    expect(sql).toMatchObject({ [input]: 'changes', [output]: 'totals' });
    expect(Object.keys(sql)).toHaveLength(4);
  });
});
