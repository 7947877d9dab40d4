import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { datasetNameOf } from '@datalark/openlineage';
import { printJobConfig } from '../print/printJobConfig';
import { readJobConfig } from '../read/readJobConfig';
import type { DatasetAddress } from './DatasetAddress';
import { edgeRows } from './edgeRows';
import { lineageOfJob } from './lineageOfJob';

const FOLDER = join(__dirname, '../__fixtures__/lineage');

const jobs = readdirSync(FOLDER).filter(
  name => /\.(conf|json)$/.test(name) && !name.endsWith('.lineage.json'),
);

function nameOf(address: DatasetAddress): string {
  const { namespace, name } = datasetNameOf(address);
  return `${namespace}/${name.replace(/^\//, '')}`;
}

function lineageIn(text: string, format?: 'hocon' | 'json') {
  const { config, problems, positions } = readJobConfig(text, { format });
  const lineage = lineageOfJob(config!, { positions });
  return {
    edges: edgeRows(lineage, nameOf).map(row => row.join('\t')),
    problems: [...problems, ...lineage.problems].map(
      ({ severity, line, message }) => `${severity}, line ${line}: ${message}`,
    ),
  };
}

/** Written by hand or checked by hand, line by line, against what SeaTunnel does. */
describe('lineage of the jobs beside their goldens', () => {
  it('are more than forty', () => {
    expect(jobs.length).toBeGreaterThanOrEqual(40);
  });

  it.each(jobs)('%s', name => {
    const text = readFileSync(join(FOLDER, name), 'utf8');
    const golden = readFileSync(
      join(FOLDER, name.replace(/\.\w+$/, '.lineage.json')),
      'utf8',
    );
    expect(lineageIn(text)).toEqual(JSON.parse(golden));
  });

  it.each(jobs)('%s is the same after it is printed', name => {
    const text = readFileSync(join(FOLDER, name), 'utf8');
    const { config } = readJobConfig(text);
    const { edges } = lineageIn(text);
    for (const format of ['hocon', 'json'] as const) {
      const printed = printJobConfig(config!, {
        format,
        seatunnelVersion: '2.3.9',
      });
      expect(lineageIn(printed, format).edges).toEqual(edges);
    }
  });
});
