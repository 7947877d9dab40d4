import {
  type QualityCheck,
  type QualityOperator,
  qualityOperators,
} from '@datalark/backstage-plugin-data-entities-common';

/** What the result of a check must be: a comparison, a range, or a judgement of somebody else. */
export type Expectation =
  | { is: 'comparison'; text: string }
  | { is: 'between' | 'notBetween'; low: string; high: string }
  | { is: 'byColumns' }
  | { is: 'byPeople' }
  | { is: 'byEngine'; engine: string };

const SIGNS: Partial<Record<QualityOperator, string>> = {
  mustBe: '=',
  mustNotBe: '≠',
  mustBeGreaterThan: '>',
  mustBeGreaterOrEqualTo: '≥',
  mustBeLessThan: '<',
  mustBeLessOrEqualTo: '≤',
};

const UNITS: Record<string, string> = { rows: '', percent: ' %' };

const withUnit = (value: unknown, unit: string | undefined) =>
  `${value}${unit ? UNITS[unit] ?? ` ${unit}` : ''}`;

/** Reads the one operator of a check. */
export function expectationOf(check: QualityCheck): Expectation {
  const operator = qualityOperators.find(name => check[name] !== undefined);
  if (operator) {
    const value = check[operator];
    if (Array.isArray(value)) {
      return {
        is: operator === 'mustBeBetween' ? 'between' : 'notBetween',
        low: withUnit(value[0], check.unit),
        high: withUnit(value[1], check.unit),
      };
    }
    return {
      is: 'comparison',
      text: `${SIGNS[operator]} ${withUnit(value, check.unit)}`,
    };
  }
  if (check.type === 'text') {
    return { is: 'byPeople' };
  }
  return check.type === 'custom'
    ? { is: 'byEngine', engine: check.engine ?? '' }
    : { is: 'byColumns' };
}

/** What a check looks at, such as `nullValues(email)`. */
export function subjectOf(check: QualityCheck): string {
  switch (check.type ?? 'library') {
    case 'sql':
      return check.query ?? '';
    case 'text':
      return check.description ?? '';
    case 'custom':
      return check.engine ?? '';
    default: {
      const columns = check.arguments?.properties;
      const about =
        check.property ?? (Array.isArray(columns) ? columns.join(', ') : '');
      return about ? `${check.metric}(${about})` : check.metric ?? '';
    }
  }
}
