import type { EntityProblem } from '../EntityProblem';
import { problem } from '../EntityRule';
import { fieldPath } from '../fieldPath';
import { objectOf } from '../lenientAccess';
import {
  type CredentialTextLanguage,
  type CredentialUse,
  findCredentialUses,
  variableOf,
} from '../literalCredentials';
import { isSecretName } from '../secretNames';

type Path = ReadonlyArray<string | number>;

type TreeOptions = {
  /** How texts in the tree are read. */
  language: CredentialTextLanguage;
  /** Where a variable's value stands, for those whose value is written out. */
  variables: ReadonlyMap<string, string>;
};

const WRITE_REFERENCE =
  'write ${secret:<name>} and keep the value on the server';

const isWrittenOut = (key: string, value: unknown) =>
  isSecretName(key) &&
  (typeof value === 'string' || typeof value === 'number') &&
  value !== '' &&
  !/^\*+$/.test(String(value)) &&
  !String(value).includes('${');

/** Values of a flat map that are credentials written out, by the name of their key or by what is in them. */
export function literalsInMap(map: unknown, path: Path): EntityProblem[] {
  return Object.entries(objectOf(map)).flatMap(([key, value]) => {
    const field = fieldPath([...path, key]);
    if (isWrittenOut(key, value)) {
      return [problem(field, 'a credential is written out', WRITE_REFERENCE)];
    }
    const within =
      typeof value === 'string' &&
      findCredentialUses(value, 'sql').some(use => !use.variable);
    return within
      ? [
          problem(
            field,
            'a credential is written out within the value',
            WRITE_REFERENCE,
          ),
        ]
      : [];
  });
}

function variableProblems(
  name: string,
  key: string,
  field: string,
  variables: TreeOptions['variables'],
): EntityProblem[] {
  const at = variables.get(name);
  // A variable named like a secret is refused where it stands.
  return at && !isSecretName(name)
    ? [
        problem(
          at,
          `it is used as ${key} in ${field} and its value is written out`,
          WRITE_REFERENCE,
        ),
      ]
    : [];
}

function useProblems(
  uses: CredentialUse[],
  field: string,
  { variables }: TreeOptions,
  where: (use: CredentialUse) => EntityProblem,
): EntityProblem[] {
  return uses.flatMap(use =>
    use.variable === undefined
      ? [where(use)]
      : variableProblems(use.variable, use.name, field, variables),
  );
}

/** Credentials written out anywhere in a definition: in its texts, its lists of arguments and its objects. */
export function literalsInTree(
  value: unknown,
  path: Path,
  options: TreeOptions,
): EntityProblem[] {
  const field = fieldPath(path);
  const key = String(path[path.length - 1]);
  if (isWrittenOut(key, value)) {
    return [problem(field, 'a credential is written out', WRITE_REFERENCE)];
  }
  if (typeof value === 'string') {
    const variable = isSecretName(key) ? variableOf(value) : undefined;
    if (variable) {
      return variableProblems(variable, key, field, options.variables);
    }
    return useProblems(
      findCredentialUses(value, options.language),
      field,
      options,
      use =>
        problem(
          field,
          `line ${use.line} writes out the credential ${use.name}`,
          WRITE_REFERENCE,
        ),
    );
  }
  if (Array.isArray(value)) {
    if (!value.every(item => typeof item === 'string')) {
      return value.flatMap((item, index) =>
        literalsInTree(item, [...path, index], options),
      );
    }
    // Arguments: the name and its value may be two entries.
    const text = value.map(item => item.replace(/\n/g, ' ')).join('\n');
    return useProblems(
      findCredentialUses(text, options.language),
      field,
      options,
      use =>
        problem(
          fieldPath([...path, use.line - 1]),
          `the credential ${use.name} is written out`,
          WRITE_REFERENCE,
        ),
    );
  }
  return Object.entries(objectOf(value)).flatMap(([name, item]) =>
    literalsInTree(item, [...path, name], options),
  );
}
