import type { Entity } from '@backstage/catalog-model';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { dataEntityKinds } from '../entities/dataEntityKinds';
import { dataEntitySchemas } from '../schema/kindSchemas';
import { formatEntityProblem } from './EntityProblem';
import { validateDataEntity } from './validateDataEntity';

const fixtures = join(__dirname, '../__fixtures__');
const names = (folder: string) =>
  readdirSync(join(fixtures, folder))
    .filter(file => file.endsWith('.yaml'))
    .map(file => file.replace(/\.yaml$/, ''));

const load = (folder: string, name: string): Entity =>
  parse(readFileSync(join(fixtures, folder, `${name}.yaml`), 'utf8'));

const messagesOf = (entity: Entity) =>
  validateDataEntity(entity).problems.map(formatEntityProblem);

/** Every entity that has one part of the given one replaced by something else. */
function* mutations(value: unknown): Generator<unknown> {
  for (const other of [null, 7, '', 'x', true, [], {}, [null], { a: null }]) {
    yield other;
  }
  if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      for (const changed of mutations(part)) {
        const copy: Record<string, unknown> = Array.isArray(value)
          ? (Object.assign([...value]) as never)
          : { ...value };
        copy[key] = changed;
        yield copy;
      }
    }
  }
}

describe('validateDataEntity', () => {
  it.each(names('good'))('accepts %s', name => {
    expect(messagesOf(load('good', name))).toEqual([]);
  });

  it.each(dataEntityKinds)('accepts the example in the schema of %s', kind => {
    const [example] = dataEntitySchemas[kind].examples as unknown as Entity[];
    expect(messagesOf(example)).toEqual([]);
  });

  // WRITE_GOLDEN=1 writes the expected words anew; read the difference before committing it.
  it.each(names('bad'))('refuses %s with the words beside it', name => {
    const messages = messagesOf(load('bad', name));
    const golden = join(fixtures, 'bad', `${name}.txt`);
    const actual = `${messages.join('\n')}\n`;
    if (process.env.WRITE_GOLDEN) {
      writeFileSync(golden, actual);
    }
    expect(actual).toBe(readFileSync(golden, 'utf8'));
    expect(messages).not.toHaveLength(0);
  });

  it('has bad fixtures for every kind, each with its words and no leftovers', () => {
    const files = readdirSync(join(fixtures, 'bad'));
    const bad = names('bad');
    expect(files.filter(file => file.endsWith('.txt')).sort()).toEqual(
      bad.map(name => `${name}.txt`).sort(),
    );
    for (const kind of dataEntityKinds) {
      const own = bad.filter(name => name.startsWith(`${kind.toLowerCase()}-`));
      expect(own.length).toBeGreaterThanOrEqual(10);
    }
  });

  it('never shows a credential', () => {
    const withCredential = names('bad').filter(name =>
      readFileSync(join(fixtures, 'bad', `${name}.yaml`), 'utf8').includes(
        'hunter2',
      ),
    );
    expect(withCredential.length).toBeGreaterThan(15);
    for (const name of withCredential) {
      expect(messagesOf(load('bad', name)).join('\n')).not.toContain('hunter2');
    }
  });

  it('never leaks the words of the schema library', () => {
    for (const name of names('bad')) {
      expect(messagesOf(load('bad', name)).join('\n')).not.toMatch(
        /must (?:be [a-z<>=]|NOT|match|have)|oneOf|anyOf|schema in|undefined|\[object/,
      );
    }
  });

  it.each(names('good'))(
    'answers in full sentences whatever is wrong with %s',
    name => {
      let count = 0;
      for (const changed of mutations(load('good', name))) {
        for (const message of messagesOf(changed as Entity)) {
          count += 1;
          expect(message).toMatch(/^[\w.[\]"@/-]+: .+; .+$/);
        }
      }
      expect(count).toBeGreaterThan(50);
    },
  );

  it('reports only the branch that belongs to the type of the job', () => {
    const job = load('good', 'datajob-flink-jar');
    job.spec!.definition = { jar: 'ftp://x/a.jar' };
    expect(validateDataEntity(job).problems.map(({ field }) => field)).toEqual([
      'spec.definition.jar',
    ]);
    job.spec!.type = 'flink-cdc';
    expect(validateDataEntity(job).problems.map(({ field }) => field)).toEqual([
      'spec.definition.pipeline',
      'spec.definition.jar',
    ]);
    job.spec!.type = 'something-else';
    expect(validateDataEntity(job).problems).toEqual([]);
  });

  it('says that an entity of another kind is none of ours', () => {
    const component = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'a' },
    };
    expect(messagesOf(component)).toEqual([
      'kind: "Component" of "backstage.io/v1alpha1" is not allowed; use DataJob, DataSource, Dataset, Lineage or Quality of datalark.io/v1alpha1',
    ]);
  });
});
