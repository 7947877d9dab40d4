import type { EntityProblem } from '../EntityProblem';
import { problem } from '../EntityRule';
import { listOf, objectOf, textOf, type LenientObject } from '../lenientAccess';
import { eitherOf } from '../schemaPhrases';
import { shownValue } from '../shownValue';
import { cronProblems } from './scheduleRules';

/**
 * The comparison operators of ODCS 3.1; a check that measures has exactly one.
 *
 * @public
 */
export const qualityOperators = [
  'mustBe',
  'mustNotBe',
  'mustBeGreaterThan',
  'mustBeGreaterOrEqualTo',
  'mustBeLessThan',
  'mustBeLessOrEqualTo',
  'mustBeBetween',
  'mustNotBeBetween',
] as const;

/**
 * The name of a comparison operator.
 *
 * @public
 */
export type QualityOperator = (typeof qualityOperators)[number];

const isOperator = (name: string) =>
  (qualityOperators as readonly string[]).includes(name);

const COLUMN_METRICS = ['nullValues', 'missingValues', 'invalidValues'];
const TABLE_METRICS = ['rowCount', 'rowCountChange', 'schemaMatch'];

type CheckRule = (check: LenientObject, at: string) => EntityProblem[];

const operators: CheckRule = (check, at) => {
  const type = textOf(check.type) ?? 'library';
  const given = qualityOperators.filter(name => check[name] !== undefined);
  if (type === 'text') {
    return given.map(name =>
      problem(
        `${at}.${name}`,
        'an operator is not allowed for a check of type text',
        'remove it or set type to library or sql',
      ),
    );
  }
  if (given.length > 1) {
    return [
      problem(
        at,
        `${given.length} operators (${given.join(', ')}) are not allowed`,
        'keep exactly one and make a check of its own for each other',
      ),
    ];
  }
  // schemaMatch compares with the declared columns, custom checks with what their engine says.
  // A misspelt operator has its own problem already.
  const misspelt = Object.keys(check).some(
    name => /^must/i.test(name) && !isOperator(name),
  );
  return given.length === 0 &&
    !misspelt &&
    type !== 'custom' &&
    check.metric !== 'schemaMatch'
    ? [
        problem(
          at,
          'no operator says what the result must be',
          'add exactly one, for example mustBe: 0',
        ),
      ]
    : [];
};

const between: CheckRule = (check, at) =>
  ['mustBeBetween', 'mustNotBeBetween'].flatMap(name => {
    const [low, high] = listOf(check[name]);
    return typeof low === 'number' && typeof high === 'number' && low >= high
      ? [
          problem(
            `${at}.${name}`,
            `[${low}, ${high}] is not allowed`,
            'put the smaller number first and a greater one second',
          ),
        ]
      : [];
  });

const percent: CheckRule = (check, at) =>
  check.unit !== 'percent'
    ? []
    : qualityOperators.flatMap(name => {
        const outside = [check[name]]
          .flat()
          .find(
            value => typeof value === 'number' && (value < 0 || value > 100),
          );
        return outside === undefined
          ? []
          : [
              problem(
                `${at}.${name}`,
                `${outside} is not allowed as a percentage`,
                'use a number from 0 to 100 or another unit',
              ),
            ];
      });

const needs = (
  check: LenientObject,
  at: string,
  name: string,
  why: string,
  example: string,
) =>
  check[name] === undefined
    ? [problem(`${at}.${name}`, `it is missing for ${why}`, `add ${example}`)]
    : [];

const byType: CheckRule = (check, at) => {
  switch (textOf(check.type) ?? 'library') {
    case 'library':
      return needs(
        check,
        at,
        'metric',
        'a check of type library',
        'what is measured, for example metric: nullValues',
      );
    case 'sql':
      return needs(
        check,
        at,
        'query',
        'a check of type sql',
        'a reading query with one number as its result',
      );
    case 'text':
      return needs(
        check,
        at,
        'description',
        'a check of type text',
        'what must hold, in words',
      );
    case 'custom':
      return [
        ...needs(
          check,
          at,
          'engine',
          'a check of type custom',
          'the engine, for example engine: soda',
        ),
        ...needs(
          check,
          at,
          'implementation',
          'a check of type custom',
          "the check in the engine's own form",
        ),
      ];
    default:
      return [];
  }
};

const foreignFields: CheckRule = (check, at) => {
  const type = textOf(check.type) ?? 'library';
  const owners: Record<string, string> = {
    metric: 'library',
    query: 'sql',
    implementation: 'custom',
  };
  return Object.entries(owners).flatMap(([name, owner]) =>
    check[name] !== undefined && type !== owner
      ? [
          problem(
            `${at}.${name}`,
            `it is not allowed for a check of type ${type}`,
            `remove it or set type to ${owner}`,
          ),
        ]
      : [],
  );
};

const metric: CheckRule = (check, at) => {
  const name = textOf(check.metric) ?? '';
  const args = objectOf(check.arguments);
  const found: EntityProblem[] = [];
  // `column` is refused with a hint to `property`.
  if (COLUMN_METRICS.includes(name) && check.column === undefined) {
    found.push(
      ...needs(
        check,
        at,
        'property',
        `the metric ${name}`,
        'the column, for example property: email',
      ),
    );
  }
  if (TABLE_METRICS.includes(name) && check.property !== undefined) {
    found.push(
      problem(
        `${at}.property`,
        `a column is not allowed for the metric ${name}`,
        'remove it, the metric is about the whole dataset',
      ),
    );
  }
  if (
    name === 'duplicateValues' &&
    check.property === undefined &&
    args.properties === undefined
  ) {
    found.push(
      problem(
        `${at}.property`,
        'it is missing for the metric duplicateValues',
        'add the column, or several as arguments.properties',
      ),
    );
  }
  const wanted: Record<string, string[]> = {
    invalidValues: ['validValues', 'pattern'],
    missingValues: ['missingValues'],
    aggregate: ['function'],
    referentialIntegrity: ['reference'],
  };
  const names = wanted[name];
  if (names && !names.some(key => args[key] !== undefined)) {
    found.push(
      problem(
        `${at}.arguments`,
        `the metric ${name} does not know what to look for`,
        `add ${eitherOf(names)} to arguments`,
      ),
    );
  }
  return found;
};

const pattern: CheckRule = (check, at) => {
  const text = textOf(objectOf(check.arguments).pattern);
  return text !== undefined
    ? patternProblems(text, `${at}.arguments.pattern`)
    : [];
};

const READS = /^\s*(?:--.*\n\s*|\/\*[\s\S]*?\*\/\s*)*(?:select|with)\b/i;

const query: CheckRule = (check, at) => {
  const text = textOf(check.query);
  return text && (!READS.test(text) || /;\s*\S/.test(text))
    ? [
        problem(
          `${at}.query`,
          'only one reading statement is allowed',
          'use one SELECT, for example SELECT COUNT(*) FROM ${table} WHERE amount < 0',
        ),
      ]
    : [];
};

const schedule: CheckRule = (check, at) =>
  check.scheduler === undefined || check.scheduler === 'cron'
    ? cronProblems(check.schedule, `${at}.schedule`)
    : [];

/** Checks that a text is a regular expression. */
export function patternProblems(text: string, field: string): EntityProblem[] {
  try {
    RegExp(text);
    return [];
  } catch {
    return [
      problem(
        field,
        `${shownValue(text, field)} is not a regular expression`,
        'close its brackets and escape signs meant literally with a backslash',
      ),
    ];
  }
}

/** The rules of one check. */
export const qualityCheckRules: CheckRule[] = [
  byType,
  foreignFields,
  operators,
  between,
  percent,
  metric,
  pattern,
  query,
  schedule,
];
