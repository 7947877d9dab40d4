import { type EntityRule, problem } from '../EntityRule';
import { listOf, objectOf, textOf } from '../lenientAccess';
import { hasUserInfo } from '../literalCredentials';
import { shownValue } from '../shownValue';

/** The OpenLineage pair at `spec.dataset`: no credential, no blanks around. */
export const pairRules: EntityRule = (_entity, spec) =>
  ['namespace', 'name'].flatMap(key => {
    const field = `spec.dataset.${key}`;
    const value = textOf(objectOf(spec.dataset)[key]);
    if (value === undefined) {
      return [];
    }
    if (hasUserInfo(value)) {
      return [
        problem(
          field,
          'an address with user and password is not allowed',
          'remove the part before the @',
        ),
      ];
    }
    return value && value !== value.trim()
      ? [
          problem(
            field,
            `${shownValue(value, field)} is not allowed`,
            'remove the blanks around it, the pair is compared as it is',
          ),
        ]
      : [];
  });

const columns: EntityRule = (_entity, spec) => {
  const seen = new Map<string, number>();
  return listOf(spec.columns).flatMap((column, index) => {
    const name = textOf(objectOf(column).name);
    if (name === undefined) {
      return [];
    }
    const first = seen.get(name);
    if (first === undefined) {
      seen.set(name, index);
    }
    const field = `spec.columns[${index}]`;
    if (first !== undefined) {
      return [
        problem(
          `${field}.name`,
          `${shownValue(
            name,
            `${field}.name`,
          )} is the name of column ${first} too`,
          'give each column its own name',
        ),
      ];
    }
    const { primaryKey, nullable } = objectOf(column);
    return primaryKey === true && nullable === true
      ? [
          problem(
            `${field}.nullable`,
            'true is not allowed for a column of the primary key',
            'set it to false or remove primaryKey',
          ),
        ]
      : [];
  });
};

/** What the schema of a Dataset cannot say. */
export const datasetRules: EntityRule[] = [pairRules, columns];
