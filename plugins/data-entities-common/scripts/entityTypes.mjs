import { compile } from 'json-schema-to-typescript';
import { sharedDefinitions, specOf } from './kindSchemas.mjs';

const BANNER =
  '/* Generated from the JSON Schema by `yarn generate`; change the schema, not this file. */';

const isOpenObject = schema =>
  schema.type === 'object' &&
  !schema.properties &&
  schema.additionalProperties === true;

/**
 * Makes a schema fit for type generation: titles that are phrases for people go,
 * defaults are told in the comment, and open objects become JsonObject.
 */
function forTypes(schema, used) {
  if (Array.isArray(schema)) {
    return schema.map(item => forTypes(item, used));
  }
  if (typeof schema !== 'object' || schema === null) {
    return schema;
  }
  if (typeof schema.$ref === 'string') {
    const name = schema.$ref.split('/').pop();
    if (sharedDefinitions.includes(name)) {
      used.add(name);
      return { tsType: name };
    }
    return schema;
  }
  const { title, examples, default: preset, properties, ...rest } = schema;
  const out = {};
  for (const [key, value] of Object.entries(rest)) {
    out[key] =
      key === 'description' || key === 'enum' ? value : forTypes(value, used);
  }
  if (typeof title === 'string' && /^[A-Z][A-Za-z]+$/.test(title)) {
    out.title = title;
  }
  if (preset !== undefined) {
    out.description = `${schema.description} Default: ${JSON.stringify(
      preset,
    )}.`;
  }
  if (properties) {
    out.properties = Object.fromEntries(
      Object.entries(properties).map(([key, value]) => [
        key,
        value.type || value.$ref || value.enum || value.tsType
          ? forTypes(value, used)
          : { ...value, tsType: 'JsonValue' },
      ]),
    );
  }
  if (isOpenObject(schema)) {
    return { ...out, tsType: 'JsonObject' };
  }
  if (Array.isArray(schema.type) && schema.type.includes('object')) {
    return {
      description: out.description,
      tsType: schema.type
        .map(type => (type === 'object' ? 'JsonObject' : type))
        .join(' | '),
    };
  }
  delete out.propertyNames;
  delete out.maxItems;
  delete out.minItems;
  if (schema.minItems === 2 && schema.maxItems === 2) {
    return { description: out.description, tsType: '[number, number]' };
  }
  return out;
}

// Type aliases, unlike interfaces, fit the JsonObject that Entity wants.
const aliases = source =>
  source
    .replace(/^export interface (\w+) \{/gm, 'export type $1 = {')
    .replace(/^\}$/gm, '};')
    .replace(/EntityV1Alpha1/g, 'EntityV1alpha1')
    .replace(
      /^ \*\n \* This interface was referenced by .*\n \* via .*\n/gm,
      '',
    )
    .replace(/^ \*\/\nexport /gm, ' *\n * @public\n */\nexport ');

async function toSource(schema, name, imports) {
  const body = await compile(schema, name, {
    bannerComment: '',
    additionalProperties: false,
    format: false,
    unreachableDefinitions: true,
    declareExternallyReferenced: true,
  });
  const used = imports.filter(({ names }) =>
    names.some(word => new RegExp(`\\b${word}\\b`).test(body)),
  );
  const lines = used.map(({ names, from }) => {
    const words = names.filter(word => new RegExp(`\\b${word}\\b`).test(body));
    return `import { ${words.join(', ')} } from '${from}';`;
  });
  return `${BANNER}\n\n${lines.join('\n')}\n\n${aliases(body)}`;
}

/** The TypeScript source of the types of one kind. */
export async function kindTypesSource(kind, schema) {
  const used = new Set();
  const definitions = Object.fromEntries(
    Object.entries(schema.definitions ?? {})
      .filter(([name]) => !sharedDefinitions.includes(name))
      .map(([name, value]) => [name, forTypes(value, used)]),
  );
  const root = {
    title: `${kind}EntityV1alpha1`,
    description: schema.description,
    type: 'object',
    required: ['apiVersion', 'kind', 'metadata', 'spec'],
    properties: {
      apiVersion: { const: schema.allOf[1].properties.apiVersion.enum[0] },
      kind: { const: kind },
      metadata: { tsType: 'EntityMeta' },
      spec: { ...forTypes(specOf(schema), used), title: `${kind}Spec` },
      relations: {
        tsType: 'EntityRelation[]',
        description: 'The relations the catalog has made of it.',
      },
    },
    definitions,
  };
  return toSource(root, `${kind}EntityV1alpha1`, [
    {
      names: ['EntityMeta', 'EntityRelation'],
      from: '@backstage/catalog-model',
    },
    { names: ['JsonObject', 'JsonValue'], from: '@backstage/types' },
    { names: sharedDefinitions, from: './SharedDefinitions' },
  ]);
}

/** The TypeScript source of the types that several kinds share. */
export async function sharedTypesSource(schemas) {
  const definitions = {};
  for (const schema of schemas) {
    for (const name of sharedDefinitions) {
      const found = schema.definitions?.[name];
      if (found && !definitions[name]) {
        definitions[name] = forTypes(found, new Set());
      } else if (
        found &&
        JSON.stringify(forTypes(found, new Set())) !==
          JSON.stringify(definitions[name])
      ) {
        throw new Error(
          `${schema.$id}: definitions.${name} differs from the same definition of another kind; make them equal`,
        );
      }
    }
  }
  const parts = await Promise.all(
    Object.entries(definitions).map(([name, schema]) =>
      compile(schema, name, { bannerComment: '', format: false }),
    ),
  );
  return `${BANNER}\n\n${aliases(parts.join('\n'))}`;
}
