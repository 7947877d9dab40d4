import { isTimeZone } from '../cron';
import type { EntityProblem } from '../EntityProblem';
import { type EntityRule, problem } from '../EntityRule';
import { fieldPath } from '../fieldPath';
import { listOf, objectOf, textOf } from '../lenientAccess';
import { shownValue } from '../shownValue';

const HOLDS = ['state', 'checkpointAge', 'restarts', 'lag', 'duration'];

function conditionProblems(
  value: unknown,
  path: Array<string | number>,
): EntityProblem[] {
  const condition = objectOf(value);
  const named = HOLDS.filter(field => condition[field] !== undefined);
  if (named.length > 1) {
    return [
      problem(
        fieldPath(path),
        `${named.join(' and ')} stand in one condition`,
        'write a condition for each',
      ),
    ];
  }
  return condition.within !== undefined && named[0] !== 'restarts'
    ? [
        problem(
          fieldPath([...path, 'within']),
          'it goes with restarts only',
          'add restarts or remove it; how long a rule has to hold is its for',
        ),
      ]
    : [];
}

function ruleProblems(value: unknown, index: number): EntityProblem[] {
  const path = ['spec', 'notifications', 'rules', index];
  const rule = objectOf(value);
  const kinds = ['any', 'all'].filter(kind => rule[kind] !== undefined);
  if (kinds.length !== 1) {
    return [
      problem(
        fieldPath(path),
        kinds.length
          ? 'a rule has both any and all'
          : 'a rule has no condition',
        'give it either any or all, a list of conditions',
      ),
    ];
  }
  return listOf(rule[kinds[0]]).flatMap((condition, at) =>
    conditionProblems(condition, [...path, kinds[0], at]),
  );
}

/** What the schema cannot say of `spec.notifications`. */
export const notificationRules: EntityRule = (_entity, spec) => {
  const notifications = objectOf(spec.notifications);
  const rules = listOf(notifications.rules);
  const names = rules.map(rule => textOf(objectOf(rule).name));
  const twice = names.findIndex(
    (name, index) => name !== undefined && names.indexOf(name) < index,
  );
  const field = 'spec.notifications.quietHours.timezone';
  const zone = textOf(objectOf(notifications.quietHours).timezone);
  return [
    ...rules.flatMap(ruleProblems),
    ...(twice < 0
      ? []
      : [
          problem(
            fieldPath(['spec', 'notifications', 'rules', twice, 'name']),
            `${shownValue(names[twice], 'name')} is the name of two rules`,
            'give each rule a name of its own',
          ),
        ]),
    ...(zone && !isTimeZone(zone)
      ? [
          problem(
            field,
            `${shownValue(zone, field)} is not allowed`,
            'use an IANA time zone, for example Asia/Shanghai',
          ),
        ]
      : []),
  ];
};
