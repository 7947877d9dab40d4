import { effectiveSpec, environmentsOf } from './effectiveSpec';
import { fillDefinition, secretsNamedIn } from './fillDefinition';
import { runHash } from './runHash';
import { SPEC } from '../__testUtils__/TestPlane';

const filled = (more: object, secrets: Record<string, string> = {}) =>
  fillDefinition(effectiveSpec({ ...SPEC, ...more }, 'default'), name =>
    name in secrets ? { value: secrets[name] } : { problem: 'unknown' },
  );

describe('fillDefinition', () => {
  it('puts variables and secrets into texts at any depth', () => {
    const result = filled(
      {
        type: 'seatunnel',
        definition: {
          config: {
            source: [{ url: 'jdbc:${HOST}/a', password: '${secret:db}' }],
            env: { parallelism: 2 },
          },
        },
        configuration: { 'a.b': '${HOST}', n: 1 },
        variables: { HOST: 'db-1' },
      },
      { db: 'p"w' },
    );
    expect(result).toEqual({
      definition: {
        config: {
          source: [{ url: 'jdbc:db-1/a', password: 'p"w' }],
          env: { parallelism: 2 },
        },
      },
      configuration: { 'a.b': 'db-1', n: 1 },
      problems: [],
    });
  });

  it('keeps a secret inside the literal it stands in', () => {
    const secrets = { db: `a'b"c\\d` };
    expect(
      filled({ definition: { sql: "WITH ('p' = '${secret:db}')" } }, secrets)
        .definition,
    ).toEqual({ sql: `WITH ('p' = 'a''b"c\\d')` });
    expect(
      filled({ definition: { config: 'p = "${secret:db}"' } }, secrets)
        .definition,
    ).toEqual({ config: 'p = "a\'b\\"c\\\\d"' });
  });

  it('takes secrets out of variables, but no variables', () => {
    const result = filled(
      {
        definition: { sql: '${A} ${B}' },
        variables: { A: '${secret:db}', B: '${A}' },
      },
      { db: 'pw' },
    );
    expect(result.definition).toEqual({ sql: 'pw ${A}' });
  });

  it('leaves alone what is no reference, and escapes', () => {
    const sql = '${a.b} $${NAME} $NAME {NAME} ${}';
    expect(filled({ definition: { sql } })).toMatchObject({
      definition: { sql: '${a.b} ${NAME} $NAME {NAME} ${}' },
      problems: [],
    });
  });

  it('names what is missing, and where', () => {
    const { problems } = filled({
      definition: { sql: '${TOPIC} ${TOPIC} ${secret:db}' },
    });
    expect(problems).toMatchObject([
      {
        severity: 'error',
        field: 'spec.definition.sql',
        message: 'The variable "TOPIC" has no value.',
        remedy: expect.stringContaining('spec.variables.TOPIC'),
      },
      {
        message: 'There is no secret "db".',
        remedy: expect.stringContaining('dataJobs.secrets.db'),
      },
    ]);
  });

  it('finds the secrets that a job names', () => {
    expect(
      secretsNamedIn({ a: ['${secret:x}'], b: { c: '${secret:y.z} ${V}' } }),
    ).toEqual(['x', 'y.z']);
  });
});

describe('effectiveSpec', () => {
  it('lays an environment over the job', () => {
    const spec = {
      ...SPEC,
      parallelism: 1,
      configuration: { a: 1, b: 1 },
      environments: {
        staging: { engine: 'other', configuration: { b: 2 } },
      },
    };
    expect(environmentsOf(spec)).toEqual(['staging']);
    expect(environmentsOf(SPEC)).toEqual(['default']);
    expect(effectiveSpec(spec, 'staging')).toMatchObject({
      engine: 'other',
      parallelism: 1,
      configuration: { a: 1, b: 2 },
      state: 'running',
      upgradeMode: 'savepoint',
      processing: 'streaming',
    });
  });
});

describe('runHash', () => {
  it('changes with what runs, not with whose it is or how it is ordered', () => {
    const hash = runHash(SPEC);
    expect(
      runHash({ ...SPEC, owner: 'group:default/other', reads: ['dataset:a'] }),
    ).toBe(hash);
    expect(
      runHash(Object.fromEntries(Object.entries(SPEC).reverse()) as any),
    ).toBe(hash);
    expect(runHash({ ...SPEC, parallelism: 2 })).not.toBe(hash);
    expect(runHash({ ...SPEC, state: 'suspended' })).not.toBe(hash);
  });
});
