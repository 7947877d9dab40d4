import {
  datasetEvent,
  facet,
  facetAt,
  runEvent,
  withAt,
} from '../__testUtils__/events';
import { validateEvent } from './validateEvent';

const OUT = '/outputs/0/facets';
const FIELD = `${OUT}/columnLineage/fields/a`;
const LINEAGE = '/job/facets/lineage';
const entries = (...list: unknown[]) => facet({ entries: list });

/** Where something else is put, what, and what is said of it. */
const MALFORMED: [string, unknown, string][] = [
  ['', null, ' The event is not an object.'],
  ['', [], ' The event is not an object.'],
  ['', 'text', ' The event is not an object.'],
  ['', {}, ' The event has no run, no job and no dataset.'],
  ['/eventTime', undefined, '/eventTime "eventTime" is missing.'],
  ['/eventTime', 5, '/eventTime This is not a text.'],
  ['/eventTime', 'today', '/eventTime This is no date and time.'],
  ['/eventTime', '2026-11-21T08:13:32', '/eventTime This is no date and time.'],
  [
    '/eventTime',
    '2026-13-21T08:13:32Z',
    '/eventTime This is no date and time.',
  ],
  ['/eventTime', null, '/eventTime This is not a text.'],
  ['/producer', undefined, '/producer "producer" is missing.'],
  ['/producer', 'my producer', '/producer This is no URI.'],
  ['/producer', {}, '/producer This is not a text.'],
  ['/schemaURL', undefined, '/schemaURL "schemaURL" is missing.'],
  ['/schemaURL', '', '/schemaURL This is no URI.'],
  ['/eventType', 'STARTED', '/eventType This is none of the allowed values.'],
  ['/eventType', 'start', '/eventType This is none of the allowed values.'],
  ['/eventType', 1, '/eventType This is not a text.'],
  ['/run', 'abc', '/run This is not an object.'],
  ['/run', [], '/run This is not an object.'],
  ['/run/runId', undefined, '/run/runId "runId" is missing.'],
  ['/run/runId', 7, '/run/runId This is not a text.'],
  ['/run/runId', 'run-7', '/run/runId This is no UUID.'],
  ['/run/facets', [], '/run/facets This is not an object.'],
  ['/run/facets/mine', 5, '/run/facets/mine This is not an object.'],
  [
    '/run/facets/mine',
    {},
    '/run/facets/mine/_producer "_producer" is missing.',
  ],
  [
    '/run/facets/nominalTime/nominalStartTime',
    undefined,
    '/run/facets/nominalTime/nominalStartTime "nominalStartTime" is missing.',
  ],
  [
    '/run/facets/nominalTime/nominalStartTime',
    'noon',
    '/run/facets/nominalTime/nominalStartTime This is no date and time.',
  ],
  [
    '/run/facets/parent/run/runId',
    'x',
    '/run/facets/parent/run/runId This is no UUID.',
  ],
  [
    '/run/facets/parent/job',
    undefined,
    '/run/facets/parent/job "job" is missing.',
  ],
  [
    '/run/facets/parent/job/name',
    5,
    '/run/facets/parent/job/name This is not a text.',
  ],
  [
    '/run/facets/errorMessage',
    facet({ message: 'x' }),
    '/run/facets/errorMessage/programmingLanguage "programmingLanguage" is missing.',
  ],
  [
    '/run/facets/tags',
    facet({ tags: {} }),
    '/run/facets/tags/tags This is not a list.',
  ],
  [
    '/run/facets/test',
    facet({ tests: [{ name: 'a' }] }),
    '/run/facets/test/tests/0/status "status" is missing.',
  ],
  ['/job', undefined, '/job "job" is missing.'],
  ['/job', 'orders', '/job This is not an object.'],
  ['/job/name', undefined, '/job/name "name" is missing.'],
  ['/job/name', 5, '/job/name This is not a text.'],
  ['/job/namespace', undefined, '/job/namespace "namespace" is missing.'],
  ['/job/namespace', null, '/job/namespace This is not a text.'],
  ['/job/facets', 'none', '/job/facets This is not an object.'],
  [
    '/job/facets/sql/query',
    undefined,
    '/job/facets/sql/query "query" is missing.',
  ],
  ['/job/facets/sql/query', ['a'], '/job/facets/sql/query This is not a text.'],
  [
    '/job/facets/sql/_deleted',
    'yes',
    '/job/facets/sql/_deleted This is not true or false.',
  ],
  [
    '/job/facets/jobType/integration',
    undefined,
    '/job/facets/jobType/integration "integration" is missing.',
  ],
  [
    '/job/facets/jobType/emissionPattern',
    { eventTrigger: 'PERIODIC' },
    '/job/facets/jobType/emissionPattern/eventContentMode "eventContentMode" is missing.',
  ],
  [
    '/job/facets/jobType/emissionPattern',
    { eventTrigger: 'P', eventContentMode: 'A', windowDuration: 0 },
    '/job/facets/jobType/emissionPattern/windowDuration This is less than 1.',
  ],
  [
    '/job/facets/jobType/emissionPattern',
    { eventTrigger: 'P', eventContentMode: 'A', windowDuration: 1.5 },
    '/job/facets/jobType/emissionPattern/windowDuration This is not a whole number.',
  ],
  [
    '/job/facets/ownership/owners/0',
    { type: 'OWNER' },
    '/job/facets/ownership/owners/0/name "name" is missing.',
  ],
  [LINEAGE, facet(), `${LINEAGE}/entries "entries" is missing.`],
  [
    LINEAGE,
    entries({ name: 'a', type: 'DATASET' }),
    `${LINEAGE}/entries/0/namespace "namespace" is missing.`,
  ],
  [
    LINEAGE,
    entries({ name: 'a', type: 'JOB' }),
    `${LINEAGE}/entries/0/namespace "namespace" is missing.`,
  ],
  [
    LINEAGE,
    entries({ type: 'JOB', runId: 'x' }),
    `${LINEAGE}/entries/0/runId This is no UUID.`,
  ],
  [
    LINEAGE,
    entries({ namespace: 'n', name: 'a', type: 'DATASET', inputs: {} }),
    `${LINEAGE}/entries/0/inputs This is not a list.`,
  ],
  [
    LINEAGE,
    entries({ namespace: 'n', name: 'a', type: 'DATASET', fields: { c: {} } }),
    `${LINEAGE}/entries/0/fields/c/inputs "inputs" is missing.`,
  ],
  [
    LINEAGE,
    entries({
      type: 'JOB',
      inputs: [{ namespace: 'n', name: 'a', type: 'DATASET', field: 5 }],
    }),
    `${LINEAGE}/entries/0/inputs/0/field This is not a text.`,
  ],
  ['/inputs', {}, '/inputs This is not a list.'],
  ['/inputs', null, '/inputs This is not a list.'],
  ['/inputs/0', 'kafka', '/inputs/0 This is not an object.'],
  ['/inputs/0/name', undefined, '/inputs/0/name "name" is missing.'],
  ['/inputs/0/namespace', 5, '/inputs/0/namespace This is not a text.'],
  [
    '/inputs/0/facets/schema/fields',
    'a',
    '/inputs/0/facets/schema/fields This is not a list.',
  ],
  [
    '/inputs/0/facets/schema/fields/0/name',
    undefined,
    '/inputs/0/facets/schema/fields/0/name "name" is missing.',
  ],
  [
    '/inputs/0/facets/schema/fields/0/fields',
    [{ name: 5 }],
    '/inputs/0/facets/schema/fields/0/fields/0/name This is not a text.',
  ],
  [
    '/inputs/0/inputFacets/inputStatistics/rowCount',
    '5',
    '/inputs/0/inputFacets/inputStatistics/rowCount This is not a whole number.',
  ],
  [
    '/inputs/0/inputFacets/dataQualityAssertions',
    facet({ assertions: [{ assertion: 'x', success: 'yes' }] }),
    '/inputs/0/inputFacets/dataQualityAssertions/assertions/0/success This is not true or false.',
  ],
  ['/outputs', 'none', '/outputs This is not a list.'],
  [`${OUT}/a~1b`, 5, `${OUT}/a~1b This is not an object.`],
  [
    `${OUT}/columnLineage/fields`,
    undefined,
    `${OUT}/columnLineage/fields "fields" is missing.`,
  ],
  [FIELD, {}, `${FIELD}/inputFields "inputFields" is missing.`],
  [
    `${FIELD}/inputFields/0/field`,
    undefined,
    `${FIELD}/inputFields/0/field "field" is missing.`,
  ],
  [
    `${FIELD}/inputFields/0/transformations/0/type`,
    undefined,
    `${FIELD}/inputFields/0/transformations/0/type "type" is missing.`,
  ],
  [
    `${FIELD}/inputFields/0/transformations/0/masking`,
    1,
    `${FIELD}/inputFields/0/transformations/0/masking This is not true or false.`,
  ],
  [
    `${OUT}/symlinks/identifiers/0/type`,
    undefined,
    `${OUT}/symlinks/identifiers/0/type "type" is missing.`,
  ],
  [
    `${OUT}/lifecycleStateChange/lifecycleStateChange`,
    'MOVED',
    `${OUT}/lifecycleStateChange/lifecycleStateChange This is none of the allowed values.`,
  ],
  [
    `${OUT}/lifecycleStateChange/previousIdentifier`,
    { name: 'x' },
    `${OUT}/lifecycleStateChange/previousIdentifier/namespace "namespace" is missing.`,
  ],
  [
    `${OUT}/dataSource`,
    facet({ uri: 'no uri' }),
    `${OUT}/dataSource/uri This is no URI.`,
  ],
  [
    `${OUT}/version`,
    facet({ datasetVersion: 1 }),
    `${OUT}/version/datasetVersion This is not a text.`,
  ],
  [
    '/outputs/0/outputFacets/outputStatistics/size',
    1.5,
    '/outputs/0/outputFacets/outputStatistics/size This is not a whole number.',
  ],
  [
    '/outputs/0/outputFacets/subset',
    facet({ outputCondition: { type: 'compare', left: {} } }),
    '/outputs/0/outputFacets/subset/outputCondition/right "right" is missing.',
  ],
];

const keyed = MALFORMED.map(([pointer, value, said]) => ({
  pointer,
  // A pointer with an escaped slash names a key that the helper cannot write.
  event: pointer.includes('~')
    ? withAt(runEvent(), OUT, { 'a/b': value })
    : withAt(runEvent(), pointer, value),
  said,
}));

describe('validateEvent', () => {
  it('finds nothing wrong with valid events', () => {
    const job = withAt(runEvent(), '/run', undefined);
    expect(validateEvent(runEvent())).toEqual([]);
    expect(validateEvent(withAt(job, '/eventType', undefined))).toEqual([]);
    expect(validateEvent(datasetEvent())).toEqual([]);
  });

  it.each(keyed)('says: $said', ({ event, said }) => {
    const found = validateEvent(event).map(
      ({ pointer, message }) => `${pointer} ${message}`,
    );
    expect(found).toContain(said);
  });

  it('knows more than sixty ways to be wrong, each with a remedy', () => {
    expect(keyed.length).toBeGreaterThanOrEqual(60);
    for (const { event } of keyed) {
      for (const problem of validateEvent(event))
        expect(problem.remedy).toMatch(/\.$|…$|:/);
    }
  });

  it('tells the value, shortened', () => {
    const [problem] = validateEvent(
      withAt(runEvent(), '/run/runId', 'x'.repeat(500)),
    );
    expect(problem.value).toHaveLength(100);
  });

  it('does not judge facets of another model version, unknown and deleted ones', () => {
    const newer = facetAt('3-0-0', 'SQLJobFacet', { statement: 'x' });
    const same = facetAt('1-9-9', 'SQLJobFacet', { statement: 'x' });
    const older = withAt(runEvent(), '/job/facets/sql', newer);
    expect(validateEvent(older)).toEqual([]);
    expect(
      validateEvent(withAt(runEvent(), '/job/facets/sql', same)),
    ).toHaveLength(1);
    expect(
      validateEvent(withAt(runEvent(), '/job/facets/mine', facet({ a: [1] }))),
    ).toEqual([]);
    expect(
      validateEvent(
        withAt(runEvent(), '/job/facets/sql', facet({ _deleted: true })),
      ),
    ).toEqual([]);
  });

  it('takes explicit lineage of every form', () => {
    const lineage = entries(
      { type: 'JOB', inputs: [{ namespace: 'n', name: 'a', type: 'DATASET' }] },
      {
        namespace: 'n',
        name: 'b',
        type: 'DATASET',
        inputs: [],
        fields: {
          c: {
            inputs: [{ type: 'JOB', transformations: [{ type: 'INDIRECT' }] }],
          },
        },
      },
    );
    expect(validateEvent(withAt(runEvent(), LINEAGE, lineage))).toEqual([]);
  });

  it('takes nested conditions of a subset, and stops at absurd depth', () => {
    const leaf = { type: 'location', locations: ['/a'] };
    const nest = (depth: number): object =>
      depth === 0
        ? leaf
        : {
            type: 'binary',
            operator: 'AND',
            left: leaf,
            right: nest(depth - 1),
          };
    const at = (depth: number) =>
      validateEvent(
        withAt(
          runEvent(),
          '/inputs/0/inputFacets/subset',
          facet({ inputCondition: nest(depth) }),
        ),
      );
    expect(at(20)).toEqual([]);
    expect(at(5000)[0].message).toMatch(/levels deep/);
  });

  it('stops at a number of problems', () => {
    const event = withAt(runEvent(), '/inputs', Array(500).fill({}));
    expect(validateEvent(event)).toHaveLength(100);
    expect(validateEvent(event, { maxProblems: 3 })).toHaveLength(3);
  });
});
