import { stringifyEntityRef } from '@backstage/catalog-model';
import { templateEntityV1beta3Validator } from '@backstage/plugin-scaffolder-common';
import {
  DataJobEntity,
  formatEntityProblem,
  isDataEntity,
  isDataJobEntity,
  relationsOf,
  validateDataEntity,
} from '@datalark/backstage-plugin-data-entities-common';
import {
  lexicalProblems,
  splitStatements,
  tokenize,
} from '@datalark/flink-sql';
import { checkJob, readJobConfig } from '@datalark/seatunnel-config';
import { readdirSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import {
  EXAMPLES,
  TEMPLATES,
  documents,
  exampleEntities,
} from '../__testUtils__/exampleFiles';

const examples = exampleEntities();
const dataEntities = examples
  .map(({ entity }) => entity)
  .filter(entity => isDataEntity(entity));
const jobs = dataEntities.filter(entity => isDataJobEntity(entity));
const refs = new Set(examples.map(({ entity }) => stringifyEntityRef(entity)));
const named = (entities: DataJobEntity[]) =>
  entities.map(entity => [entity.metadata.name, entity] as const);
const text = (job: DataJobEntity, field: string) =>
  String((job.spec.definition as Record<string, unknown>)[field]);

describe('the examples', () => {
  it('are all registered by all.yaml', () => {
    const registered = new Set(examples.map(({ file }) => file));
    const there = [EXAMPLES, TEMPLATES].flatMap(folder =>
      readdirSync(folder, { recursive: true })
        .map(String)
        .filter(file => /\.ya?ml$/.test(file) && file !== 'all.yaml')
        .map(file => resolve(folder, file)),
    );
    expect([...registered].sort()).toEqual(there.sort());
  });

  it('have a platform of a useful size', () => {
    const count = (kind: string) =>
      examples.filter(({ entity }) => entity.kind === kind).length;
    expect(count('Group')).toBe(2);
    expect(count('DataSource')).toBeGreaterThanOrEqual(4);
    expect(count('Dataset')).toBeGreaterThanOrEqual(10);
    expect(count('Lineage')).toBeGreaterThanOrEqual(2);
    expect(count('Quality')).toBeGreaterThanOrEqual(3);
    expect(count('DataJob')).toBeGreaterThanOrEqual(8);
  });

  it('fit into the eight slots of the local Flink', () => {
    const slots = jobs
      .filter(({ spec }) => spec.engine === 'local-flink')
      .reduce((sum, { spec }) => sum + (spec.parallelism ?? 1), 0);
    expect(slots).toBeLessThanOrEqual(8);
  });

  it.each(dataEntities.map(each => [stringifyEntityRef(each), each] as const))(
    '%s is valid',
    (_, entity) => {
      const { problems } = validateDataEntity(entity);
      expect(problems.map(formatEntityProblem)).toEqual([]);
    },
  );

  it.each(dataEntities.map(each => [stringifyEntityRef(each), each] as const))(
    '%s refers to entities that are there',
    (_, entity) => {
      const targets = relationsOf(entity).flatMap(({ source, target }) =>
        [source, target].map(ref => stringifyEntityRef(ref)),
      );
      expect(targets.filter(target => !refs.has(target))).toEqual([]);
    },
  );

  it.each(named(jobs.filter(({ spec }) => spec.type === 'flink-sql')))(
    '%s is Flink SQL with one job in it',
    (_, job) => {
      const sql = text(job, 'sql');
      expect(lexicalProblems(tokenize(sql))).toEqual([]);
      const statements = splitStatements(sql);
      expect(statements.every(statement => statement.closed)).toBe(true);
      const kinds = statements.map(({ kind }) => kind);
      expect(kinds.slice(0, -1)).toEqual(kinds.slice(0, -1).fill('create'));
      expect(['insert', 'statement-set']).toContain(kinds.at(-1));
    },
  );

  it.each(named(jobs.filter(({ spec }) => spec.type === 'seatunnel')))(
    '%s is a SeaTunnel job without problems',
    (_, job) => {
      const { format } = job.spec.definition as { format?: 'json' };
      const { config, problems, positions } = readJobConfig(
        text(job, 'config'),
        { format },
      );
      expect(problems).toEqual([]);
      expect(checkJob(config!, { positions })).toEqual([]);
      const mode = String(config!.env['job.mode']).toLowerCase();
      expect(mode).toBe(job.spec.processing);
    },
  );

  it.each(
    examples
      .filter(({ entity }) => entity.kind === 'Template')
      .map(({ file }) => [relative(EXAMPLES, file), file] as const),
  )('%s is a template', async (_, file) => {
    const [template] = documents(resolve(file));
    await expect(templateEntityV1beta3Validator.check(template)).resolves.toBe(
      true,
    );
  });
});
