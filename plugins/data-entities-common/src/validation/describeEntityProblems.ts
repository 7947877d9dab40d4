import type { ErrorObject } from 'ajv';
import type { DataEntityKind } from '../entities/dataEntityKinds';
import { didYouMean } from './didYouMean';
import type { EntityProblem } from './EntityProblem';
import { fieldPath, pointerSegments } from './fieldPath';
import { definitionSchema } from '../schema/kindSchemas';
import { remedyForUnknownField } from './unknownFields';
import {
  type PhraseSchema,
  eitherOf,
  wantedPhrase,
  wantedWithExample,
} from './schemaPhrases';
import { shownValue } from './shownValue';

type Describer = (options: {
  kind: DataEntityKind;
  error: ErrorObject;
  segments: string[];
  field: string;
  schema: PhraseSchema;
}) => EntityProblem | undefined;

const notAllowed = (field: string, value: unknown) =>
  `${shownValue(value, field)} is not allowed`;

function wantedField(kind: DataEntityKind, wanted: PhraseSchema): string {
  const schema = wanted.$ref ? definitionSchema(kind, wanted.$ref) : wanted;
  return wantedWithExample((schema ?? wanted) as PhraseSchema);
}

const bound: Describer = ({ error, field, schema }) => {
  const { comparison, limit } = error.params;
  const words: Record<string, string> = {
    '>=': 'of at least',
    '>': 'greater than',
    '<=': 'of at most',
    '<': 'less than',
  };
  const number = [schema.type].flat().includes('integer')
    ? 'a whole number'
    : 'a number';
  return {
    field,
    message: notAllowed(field, error.data),
    remedy: `use ${number} ${words[comparison]} ${limit}`,
  };
};

const describers: Record<string, Describer> = {
  required: ({ kind, error, segments, schema }) => {
    const name = error.params.missingProperty as string;
    const wanted = schema.properties?.[name];
    return {
      field: fieldPath([...segments, name]),
      message: 'it is missing',
      remedy: `add ${wanted ? wantedField(kind, wanted) : 'it'}`,
    };
  },
  additionalProperties: ({ kind, error, segments, schema }) => {
    const name = error.params.additionalProperty as string;
    return {
      field: fieldPath([...segments, name]),
      message: 'there is no such field',
      remedy: remedyForUnknownField({
        kind,
        segments,
        name,
        known: Object.keys(schema.properties ?? {}),
      }),
    };
  },
  type: ({ error, field, schema }) => ({
    field,
    message: notAllowed(field, error.data),
    remedy: `use ${wantedWithExample(schema)}`,
  }),
  enum: ({ error, field, schema }) => {
    const allowed = (schema.enum ?? []).map(String);
    const meant = didYouMean(String(error.data), allowed);
    return {
      field,
      message: notAllowed(field, error.data),
      remedy: meant
        ? `did you mean ${meant}? Use ${eitherOf(allowed)}`
        : `use ${eitherOf(allowed)}`,
    };
  },
  pattern: ({ error, field, schema }) => ({
    field,
    message: notAllowed(field, error.data),
    remedy: `use ${wantedWithExample(schema)}`,
  }),
  minLength: ({ field, schema }) => ({
    field,
    message: 'an empty text is not allowed',
    remedy: `use ${wantedWithExample(schema)}`,
  }),
  maxLength: ({ error, field }) => ({
    field,
    message: `a text of ${String(error.data).length} characters is not allowed`,
    remedy: `use at most ${error.params.limit} characters`,
  }),
  minimum: bound,
  maximum: bound,
  exclusiveMinimum: bound,
  exclusiveMaximum: bound,
  minItems: ({ error, field, schema }) => ({
    field,
    message: `a list of ${(error.data as unknown[]).length} is not allowed`,
    remedy:
      error.params.limit === 1
        ? 'add at least one entry'
        : `use ${wantedPhrase(schema)}`,
  }),
  maxItems: ({ error, field, schema }) => ({
    field,
    message: `a list of ${(error.data as unknown[]).length} is not allowed`,
    remedy: `use ${wantedPhrase(schema)}`,
  }),
  uniqueItems: ({ error, field }) => ({
    field,
    message: `entry ${error.params.i} repeats entry ${error.params.j}`,
    remedy: 'remove one of them',
  }),
  propertyNames: ({ error, segments, schema }) => {
    const name = error.params.propertyName as string;
    const names = schema.propertyNames;
    return {
      field: fieldPath([...segments, name]),
      message: `${JSON.stringify(name.slice(0, 60))} is not allowed as a name`,
      remedy: `use ${names ? wantedPhrase(names) : 'another name'}`,
    };
  },
};

/**
 * Turns the raw errors of a kind's schema into problems for people: one per field, each with a remedy,
 * without the noise of combined schemas and without showing what may be a credential.
 *
 * @param errors - Errors of ajv made with `verbose` and `allErrors`.
 *
 * @public
 */
export function describeEntityProblems(
  kind: DataEntityKind,
  errors: readonly ErrorObject[],
): EntityProblem[] {
  const problems = new Map<string, EntityProblem>();
  for (const error of errors) {
    // The name of a property is judged by the error of propertyNames itself.
    const describer = error.propertyName
      ? undefined
      : describers[error.keyword];
    if (!describer) {
      continue;
    }
    const segments = pointerSegments(error.instancePath);
    const problem = describer({
      kind,
      error,
      segments,
      field: fieldPath(segments),
      schema: (error.parentSchema ?? {}) as PhraseSchema,
    });
    if (problem && !problems.has(problem.field)) {
      problems.set(problem.field, problem);
    }
  }
  return [...problems.values()];
}
