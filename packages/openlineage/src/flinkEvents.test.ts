import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lineageOfEvent } from './lineage/lineageOfEvent';
import { readEvent } from './read/readEvent';
import { validateEvent } from './validate/validateEvent';

/** What Flink 2.3's OpenLineage listener sent; not part of the project. */
const FILE = join(
  __dirname,
  '../../../../shared/lab/flink/openlineage-events.ndjson',
);
const present = existsSync(FILE);
const events: any[] = present
  ? readFileSync(FILE, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line))
  : [];

const whenPresent = present ? describe : describe.skip;

whenPresent('real events of Flink (skipped where they are absent)', () => {
  it('are 23, and all of them are valid and taken without a warning', () => {
    expect(events).toHaveLength(23);
    for (const event of events) {
      expect(validateEvent(event)).toEqual([]);
      expect(readEvent(event)).toEqual({ event, warnings: [] });
    }
  });

  it('keep the difference of unknown and none', () => {
    for (const event of events) {
      const lineage = lineageOfEvent(event);
      expect(lineage.inputs === undefined).toBe(event.inputs === undefined);
      expect(lineage.outputs?.length).toBe(event.outputs?.length);
    }
  });

  it('scope tables without a namespace to their job', () => {
    const [first] = events.map(event => lineageOfEvent(event));
    expect(first.inputs).toEqual([
      {
        namespace: 'job://lab-flink/gen to kafka',
        name: 'default_catalog.default_database.src',
      },
    ]);
    expect(first.tableEdges).toHaveLength(1);
    expect(first.run?.engineJobId).toMatch(/^[\da-f]{32}$/);
    expect(first.basis).toBe('inputsOutputs');
  });
});
