import { specOf } from './kindSchemas.mjs';

const cell = text =>
  String(text)
    .replace(/\|/g, '\\|')
    .replace(/\s*\n\s*/g, ' ');
const code = value =>
  `\`${
    typeof value === 'string'
      ? value.replace(/\n/g, ' ')
      : JSON.stringify(value)
  }\``;

const anchor = name => name.toLowerCase();

function typeText(schema) {
  if (schema.$ref) {
    const name = schema.$ref.split('/').pop();
    return `[${name}](#${anchor(name)})`;
  }
  if (schema.enum) {
    return schema.enum.map(code).join(', ');
  }
  if (schema.anyOf) {
    return schema.anyOf.map(typeText).join(' or ');
  }
  if (schema.type === 'array') {
    return `list of ${typeText(schema.items)}`;
  }
  if (
    schema.type === 'object' &&
    typeof schema.additionalProperties === 'object'
  ) {
    return `map to ${typeText(schema.additionalProperties)}`;
  }
  const types = [schema.type ?? 'any'].flat().join(' or ');
  const bounds = [
    schema.minimum !== undefined && `at least ${schema.minimum}`,
    schema.exclusiveMinimum !== undefined &&
      `more than ${schema.exclusiveMinimum}`,
    schema.maximum !== undefined && `at most ${schema.maximum}`,
  ].filter(Boolean);
  return bounds.length ? `${types} (${bounds.join(', ')})` : types;
}

function rows(schema, prefix = '') {
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const notes = [
      field.description ?? '',
      field.default !== undefined ? `Default: ${code(field.default)}.` : '',
      field.examples?.length && !field.enum
        ? `For example ${code(field.examples[0])}.`
        : '',
    ].filter(Boolean);
    const own = `| \`${prefix}${name}\` | ${cell(typeText(field))} | ${
      required.has(name) ? 'yes' : 'no'
    } | ${cell(notes.join(' '))} |`;
    return [own, ...rows(field, `${prefix}${name}.`)];
  });
}

const HEAD = '| field | type | required | meaning |\n| --- | --- | --- | --- |';

const indent = (value, depth) => ' '.repeat(depth) + value;

function yaml(value, depth = 0) {
  if (Array.isArray(value)) {
    return value
      .map(item => {
        const text = yaml(item, depth + 2);
        return indent(
          `- ${typeof item === 'object' ? text.trimStart() : text}`,
          depth,
        );
      })
      .join('\n');
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(([key, item]) => {
        const label = /^[\w.-]+$/.test(key) ? key : JSON.stringify(key);
        if (typeof item === 'object' && item !== null) {
          return `${indent(`${label}:`, depth)}\n${yaml(item, depth + 2)}`;
        }
        if (typeof item === 'string' && item.includes('\n')) {
          const lines = item
            .trimEnd()
            .split('\n')
            .map(line => indent(line, depth + 2));
          return `${indent(`${label}: |`, depth)}\n${lines.join('\n')}`;
        }
        return indent(`${label}: ${yaml(item)}`, depth);
      })
      .join('\n');
  }
  if (typeof value === 'string' && /^[A-Za-z][\w./:-]*[\w]$/.test(value)) {
    return value;
  }
  return typeof value === 'string'
    ? `'${value.replace(/'/g, "''")}'`
    : String(value);
}

/** The reference page of a kind as Markdown. */
export function kindDocs(kind, schema) {
  const sections = Object.entries(schema.definitions ?? {}).map(
    ([name, definition]) => {
      const fields = rows(definition);
      const table = fields.length ? `\n\n${HEAD}\n${fields.join('\n')}` : '';
      return `## ${name}\n\n${definition.description}${table}`;
    },
  );
  return `${[
    `<!-- Generated from the JSON Schema by \`yarn workspace @datalark/backstage-plugin-data-entities-common generate\`. -->`,
    `# ${kind}`,
    schema.description,
    `\`apiVersion: ${schema.allOf[1].properties.apiVersion.enum[0]}\`, \`kind: ${kind}\`. The envelope and \`metadata\` are those of every catalog entity.`,
    `\`\`\`yaml\n${yaml(schema.examples[0])}\n\`\`\``,
    `## spec`,
    `${HEAD}\n${rows(specOf(schema)).join('\n')}`,
    ...sections,
  ].join('\n\n')}\n`;
}
