const HEAD =
  '/* Generated from the JSON Schema by tools/generate.mjs; change the tool, not this file. */';

/** Facet holders are typed by what they may hold, not as "some object". */
const FACET_HOLDERS = {
  Run: { facets: 'RunFacets' },
  Job: { facets: 'JobFacets' },
  Dataset: { facets: 'DatasetFacets' },
  InputDataset: { inputFacets: 'InputDatasetFacets' },
  OutputDataset: { outputFacets: 'OutputDatasetFacets' },
};

const OPEN_OBJECT = '{ [name: string]: unknown }';

function comment(lines) {
  const text = lines.filter(Boolean).join('\n').replace(/\*\//g, '*\\/');
  if (!text) return '';
  return `/**\n${text
    .split('\n')
    .map(line => ` * ${line.trim().replace(/>/g, '\\>')}`)
    .join('\n')}\n */\n`;
}

const key = name =>
  /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);

function objectType(schema, holders, refs) {
  const required = new Set(schema.required ?? []);
  const fields = Object.entries(schema.properties ?? {}).map(
    ([name, field]) => {
      const type = holders[name] ?? typeOf(field, holders, refs);
      if (holders[name]) refs.add(holders[name]);
      const note = comment([
        field.description,
        field.deprecated ? '@deprecated The specification says so.' : '',
      ]);
      return `${note}${key(name)}${required.has(name) ? '' : '?'}: ${type};`;
    },
  );
  for (const name of schema.not?.required ?? [])
    fields.push(`${key(name)}?: never;`);
  const more = schema.additionalProperties;
  if (more === true || (fields.length === 0 && !more)) {
    fields.push('[name: string]: unknown;');
  } else if (typeof more === 'object') {
    fields.push(`[name: string]: ${typeOf(more, holders, refs)};`);
  }
  return `{ ${fields.join('\n')} }`;
}

/** The TypeScript type of a schema; names that it mentions go into `refs`. */
export function typeOf(schema, holders, refs) {
  if (schema.$ref) {
    const name = schema.$ref.split('/').pop();
    refs.add(name);
    return name;
  }
  if ('const' in schema) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map(v => JSON.stringify(v)).join(' | ');
  const choice = schema.oneOf ?? schema.anyOf;
  if (choice)
    return choice.map(part => typeOf(part, holders, refs)).join(' | ');
  if (schema.allOf) {
    return schema.allOf.map(part => typeOf(part, holders, refs)).join(' & ');
  }
  switch (schema.type) {
    case 'array':
      return `(${typeOf(schema.items ?? {}, holders, refs)})[]`;
    case 'object':
      return schema.properties || schema.additionalProperties
        ? objectType(schema, holders, refs)
        : OPEN_OBJECT;
    case 'integer':
    case 'number':
      return 'number';
    case 'string':
    case 'boolean':
      return schema.type;
    default:
      return schema.properties ? objectType(schema, holders, refs) : 'unknown';
  }
}

/** The types of one schema file as TypeScript. */
export function typesSource({ name: file, schema }, homes) {
  const refs = new Set();
  const types = Object.entries(schema.$defs).map(([name, definition]) => {
    const inner = definition.allOf?.find(part => part.description)?.description;
    return `${comment([
      definition.description ?? inner ?? `${name} of OpenLineage.`,
      '',
      '@public',
    ])}export type ${name} = ${typeOf(
      definition,
      FACET_HOLDERS[name] ?? {},
      refs,
    )};`;
  });
  if (schema.oneOf) {
    types.push(
      `/** Any event, told apart by what is present. @public */\nexport type OpenLineageEvent = ${typeOf(
        { oneOf: schema.oneOf },
        {},
        refs,
      )};`,
    );
  }
  const byHome = new Map();
  for (const ref of [...refs].sort()) {
    const home = homes.get(ref) ?? 'FacetMaps';
    if (home !== file) byHome.set(home, [...(byHome.get(home) ?? []), ref]);
  }
  const imports = [...byHome].map(
    ([home, names]) => `import type { ${names.join(', ')} } from './${home}';`,
  );
  return [HEAD, imports.join('\n'), ...types].join('\n\n');
}
