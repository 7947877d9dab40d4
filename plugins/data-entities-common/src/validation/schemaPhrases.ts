/** The parts of a JSON Schema that a remedy is made of. */
export type PhraseSchema = {
  $ref?: string;
  title?: string;
  description?: string;
  type?: string | string[];
  enum?: unknown[];
  required?: string[];
  examples?: unknown[];
  minimum?: number;
  exclusiveMinimum?: number;
  maximum?: number;
  properties?: Record<string, PhraseSchema>;
  propertyNames?: PhraseSchema;
  additionalProperties?: unknown;
  items?: PhraseSchema;
};

const NAMES: Record<string, string> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
};

const isPhrase = (title: string | undefined): title is string =>
  title !== undefined && !/^[A-Z][A-Za-z]+$/.test(title);

/** Words joined as in a sentence: `a, b or c`. */
export function eitherOf(
  words: readonly string[],
  joint: 'or' | 'and' = 'or',
): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} ${joint} ${words[words.length - 1]}`;
}

/** The example of a schema as text, if it is short enough to help. */
export function exampleOf(schema: PhraseSchema): string | undefined {
  const example = schema.examples?.[0];
  if (example === undefined || Array.isArray(example)) {
    return undefined;
  }
  if (typeof example === 'object' && example !== null) {
    const [entry] = Object.entries(example);
    return entry && typeof entry[1] !== 'object'
      ? `${entry[0]}: ${entry[1]}`
      : undefined;
  }
  const text = String(example);
  return text.includes('\n') || text.length > 80 ? undefined : text;
}

/** What a value has to be, such as `running or suspended` or `a reference such as secret:<name>`. */
export function wantedPhrase(schema: PhraseSchema): string {
  if (schema.enum) {
    return eitherOf(schema.enum.map(String));
  }
  if (isPhrase(schema.title)) {
    return schema.title;
  }
  if (schema.type === 'object' && schema.required?.length) {
    return `an object with ${eitherOf(schema.required, 'and')}`;
  }
  const types = [schema.type ?? 'object'].flat();
  return eitherOf(types.map(type => NAMES[type] ?? type));
}

/** {@link wantedPhrase} with an example where there is one. */
export function wantedWithExample(schema: PhraseSchema): string {
  const example = schema.enum ? undefined : exampleOf(schema);
  const phrase = wantedPhrase(schema);
  return example ? `${phrase}, for example ${example}` : phrase;
}
