/** Numbers that look random and are the same for the same seed. */
export function randomOf(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return below => {
    state =
      (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 374_761_393) | 0;
    return ((state ^ (state >>> 13)) >>> 0) % below;
  };
}

/** The same things in another order. */
export function shuffled<T>(
  things: readonly T[],
  random: (n: number) => number,
) {
  const list = [...things];
  for (let i = list.length - 1; i > 0; i -= 1) {
    const j = random(i + 1);
    [list[i], list[j]] = [list[j], list[i]];
  }
  return list;
}

const base = (second: number) => ({
  eventTime: new Date(Date.UTC(2026, 0, 1) + second * 1_000).toISOString(),
  producer: 'https://example.com/test',
  schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json',
});
const facet = {
  _producer: 'https://example.com/test',
  _schemaURL: 'https://openlineage.io/spec/facets/1-0-0/F.json',
};

/** Events of a few jobs and datasets that say much about the same things. */
export function randomEvents(seed: number, count: number): object[] {
  const random = randomOf(seed);
  const chance = (percent: number) => random(100) < percent;
  const table = () => ({ namespace: 'db', name: `t${random(4)}` });
  const field = () => `c${random(3)}`;
  const facetsOf = () => ({
    ...(chance(30) && {
      schema: { ...facet, fields: [{ name: field(), type: 'INT' }] },
    }),
    ...(chance(10) && {
      lifecycleStateChange: {
        ...facet,
        lifecycleStateChange: ['DROP', 'DROP', 'RENAME', 'RENAME', 'CREATE'][
          random(5)
        ],
        ...(chance(70) && { previousIdentifier: table() }),
      },
    }),
    ...(chance(15) && {
      symlinks: chance(10)
        ? { ...facet, _deleted: true }
        : {
            ...facet,
            identifiers: Array.from({ length: random(3) }, () => ({
              namespace: 'cat',
              name: `s${random(3)}`,
              type: 'TABLE',
            })),
          },
    }),
  });
  const columnLineage = () => ({
    ...facet,
    fields: {
      [field()]: {
        inputFields: [
          {
            ...(chance(90) ? table() : { namespace: 'cat', name: 's0' }),
            field: field(),
            transformations: [{ type: 'DIRECT', subtype: 'IDENTITY' }],
          },
        ],
      },
    },
    ...(chance(40) && {
      dataset: [
        {
          ...table(),
          field: field(),
          transformations: [{ type: 'INDIRECT', subtype: 'FILTER' }],
        },
      ],
    }),
  });
  const input = (name = table()) => ({
    ...name,
    facets: facetsOf(),
    ...(chance(20) && { inputFacets: { datalark_lookup: facet } }),
  });
  const output = () => ({
    ...table(),
    facets: {
      ...facetsOf(),
      ...(chance(50) && { columnLineage: columnLineage() }),
    },
  });
  const list = <T>(make: () => T) =>
    Array.from({ length: random(3) }, () => make());
  const flow = (percent: number) => ({
    ...(chance(percent) && { inputs: list(input) }),
    ...(chance(percent) && { outputs: list(output) }),
  });
  return Array.from({ length: count }, () => {
    const second = random(60);
    const job = { namespace: 'jobs', name: `j${random(2)}` };
    const kind = random(10);
    if (kind === 0) {
      return {
        ...base(second),
        dataset: {
          ...table(),
          facets: { ...facetsOf(), columnLineage: columnLineage() },
        },
      };
    }
    if (kind < 3) return { ...base(second), job, ...flow(80) };
    return {
      ...base(second),
      eventType: ['START', 'RUNNING', 'COMPLETE', 'FAIL'][random(4)],
      run: { runId: `00000000-0000-0000-0000-00000000000${random(4)}` },
      job: {
        ...job,
        ...(chance(20) && {
          facets: {
            jobType: {
              ...facet,
              processingType: chance(50) ? 'STREAMING' : 'BATCH',
              integration: 'FLINK',
            },
          },
        }),
      },
      ...flow(60),
    };
  });
}
