import { type EntityRule, problem } from '../EntityRule';
import { listOf, objectOf, textOf } from '../lenientAccess';
import { shownValue } from '../shownValue';
import { pairRules } from './datasetRules';
import { patternProblems, qualityCheckRules } from './qualityCheckRules';
import { cronProblems } from './scheduleRules';

const subject: EntityRule = (_entity, spec) => {
  if (spec.type === 'standard') {
    const forbidden = ['target', 'dataset'].filter(
      name => spec[name] !== undefined,
    );
    return [
      ...forbidden.map(name =>
        problem(
          `spec.${name}`,
          'a standard is not about one dataset',
          'remove it and say with spec.selector what the standard is about',
        ),
      ),
      ...(Object.keys(objectOf(spec.selector)).length === 0
        ? [
            problem(
              'spec.selector',
              'it is missing for a standard',
              'add at least one of kinds, tags, columnPattern and dataElement',
            ),
          ]
        : []),
    ];
  }
  if (spec.type !== 'expectations' && spec.type !== 'contract') {
    return [];
  }
  const selector =
    spec.selector === undefined
      ? []
      : [
          problem(
            'spec.selector',
            `it is not allowed for the type ${spec.type}`,
            'remove it or set spec.type to standard',
          ),
        ];
  return spec.target === undefined && spec.dataset === undefined
    ? [
        ...selector,
        problem(
          'spec.target',
          'it is missing',
          'add the Dataset, for example dataset:default/orders, or its OpenLineage pair as spec.dataset',
        ),
      ]
    : selector;
};

const content: EntityRule = (_entity, spec) => {
  const nothing =
    listOf(spec.checks).length === 0 && listOf(spec.sla).length === 0;
  // A standard may define a data element without any check.
  return nothing && spec.type !== 'standard' && Boolean(spec.type)
    ? [
        problem(
          'spec.checks',
          'nothing says what must hold',
          'add at least one check or one promise under spec.sla',
        ),
      ]
    : [];
};

const checks: EntityRule = (_entity, spec) => {
  const seen = new Map<string, number>();
  return listOf(spec.checks).flatMap((item, index) => {
    const check = objectOf(item);
    const at = `spec.checks[${index}]`;
    const id = textOf(check.id);
    const first = id === undefined ? undefined : seen.get(id);
    if (id !== undefined && first === undefined) {
      seen.set(id, index);
    }
    const repeated =
      first === undefined
        ? []
        : [
            problem(
              `${at}.id`,
              `${shownValue(id, `${at}.id`)} is the id of check ${first} too`,
              'give each check its own id, results are kept under it',
            ),
          ];
    return [...repeated, ...qualityCheckRules.flatMap(rule => rule(check, at))];
  });
};

const sla: EntityRule = (_entity, spec) =>
  listOf(spec.sla).flatMap((item, index) => {
    const { scheduler, schedule } = objectOf(item);
    return scheduler === undefined || scheduler === 'cron'
      ? cronProblems(schedule, `spec.sla[${index}].schedule`)
      : [];
  });

const selector: EntityRule = (_entity, spec) => {
  const pattern = textOf(objectOf(spec.selector).columnPattern);
  return pattern ? patternProblems(pattern, 'spec.selector.columnPattern') : [];
};

const contract: EntityRule = (_entity, spec) =>
  spec.type === 'contract' && spec.contract === undefined
    ? [
        problem(
          'spec.contract',
          'it is missing for the type contract',
          'add an object with the id of the contract',
        ),
      ]
    : [];

/** What the schema of a Quality cannot say. */
export const qualityRules: EntityRule[] = [
  subject,
  contract,
  content,
  pairRules,
  checks,
  sla,
  selector,
];
