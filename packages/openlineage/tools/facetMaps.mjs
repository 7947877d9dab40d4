/** What holds facets, and the base type of what it holds. */
export const HOLDERS = {
  run: { map: 'RunFacets', base: 'RunFacet', what: 'a run' },
  job: { map: 'JobFacets', base: 'JobFacet', what: 'a job' },
  dataset: { map: 'DatasetFacets', base: 'DatasetFacet', what: 'a dataset' },
  input: {
    map: 'InputDatasetFacets',
    base: 'InputDatasetFacet',
    what: 'an input dataset',
  },
  output: {
    map: 'OutputDatasetFacets',
    base: 'OutputDatasetFacet',
    what: 'an output dataset',
  },
};

function basesOf(name, definitions) {
  const definition = definitions.get(name);
  if (!definition) return [];
  const refs = [
    definition,
    ...(definition.allOf ?? []),
    ...(definition.oneOf ?? []),
  ]
    .map(part => part.$ref?.split('/').pop())
    .filter(Boolean);
  return [name, ...refs.flatMap(ref => basesOf(ref, definitions))];
}

function choices(schema, definitions) {
  const parts = schema.anyOf ?? schema.oneOf ?? [schema];
  return parts.flatMap(part => {
    const name = part.$ref.split('/').pop();
    const inner = definitions.get(name).oneOf;
    return inner ? choices({ oneOf: inner }, definitions) : [name];
  });
}

/** Per holder: facet key → name of its definition. */
export function facetsByHolder(files) {
  const definitions = new Map(
    files.flatMap(({ schema }) => Object.entries(schema.$defs)),
  );
  const found = Object.fromEntries(Object.keys(HOLDERS).map(key => [key, {}]));
  for (const { schema } of files.slice(1)) {
    for (const [key, property] of Object.entries(schema.properties)) {
      for (const name of choices(property, definitions)) {
        const bases = basesOf(name, definitions);
        for (const [holder, { base }] of Object.entries(HOLDERS)) {
          if (bases.includes(base)) found[holder][key] = name;
        }
      }
    }
  }
  return found;
}

/** The maps of facets as TypeScript. */
export function facetMapsSource(files, homes) {
  const found = facetsByHolder(files);
  const names = new Set();
  const types = Object.entries(HOLDERS).map(([holder, { map, base, what }]) => {
    names.add(base);
    const fields = Object.entries(found[holder])
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, name]) => {
        names.add(name);
        return `${key}?: ${name};`;
      });
    return `/** Facets of ${what}: those of the specification, and any other. @public */\nexport type ${map} = { ${fields.join(
      '\n',
    )}\n[name: string]: ${base} | undefined };`;
  });
  const byHome = new Map();
  for (const name of [...names].sort()) {
    const home = homes.get(name);
    byHome.set(home, [...(byHome.get(home) ?? []), name]);
  }
  const imports = [...byHome].map(
    ([home, list]) => `import type { ${list.join(', ')} } from './${home}';`,
  );
  return [
    '/* Generated from the JSON Schema by tools/generate.mjs; change the tool, not this file. */',
    imports.join('\n'),
    ...types,
  ].join('\n\n');
}
