import type { EntityProblem } from '../EntityProblem';
import { type EntityRule, problem } from '../EntityRule';
import { fieldPath } from '../fieldPath';
import { objectOf } from '../lenientAccess';
import { findCredentialUses, hasUserInfo } from '../literalCredentials';
import { isSecretName } from '../secretNames';
import { scheduleProblems } from './scheduleRules';

function connectionProblems(key: string, value: unknown): EntityProblem[] {
  const field = fieldPath(['spec', 'connection', key]);
  if (isSecretName(key) && typeof value !== 'boolean') {
    return [
      problem(
        field,
        'a credential is not allowed in the connection',
        `remove it and write a reference under spec.credentials, for example ${key}: secret:<name>`,
      ),
    ];
  }
  if (typeof value !== 'string') {
    return [];
  }
  if (hasUserInfo(value)) {
    return [
      problem(
        field,
        'an address with user and password is not allowed',
        'remove the part before the @ and write references under spec.credentials, for example password: secret:<name>',
      ),
    ];
  }
  if (findCredentialUses(value, 'sql').length) {
    return [
      problem(
        field,
        'a credential within the value is not allowed',
        'remove it and write a reference under spec.credentials, for example password: secret:<name>',
      ),
    ];
  }
  return value.includes('${secret:')
    ? [
        problem(
          field,
          'a secret reference is not allowed in the connection',
          'write it under spec.credentials, for example password: secret:<name>',
        ),
      ]
    : [];
}

const connection: EntityRule = (_entity, spec) =>
  Object.entries(objectOf(spec.connection)).flatMap(([key, value]) =>
    connectionProblems(key, value),
  );

const emptyConnection: EntityRule = (_entity, spec) =>
  spec.connection &&
  typeof spec.connection === 'object' &&
  !Array.isArray(spec.connection) &&
  Object.keys(spec.connection).length === 0
    ? [
        problem(
          'spec.connection',
          'an empty object is not allowed',
          'say how the system is reached, for example host: db.shop.internal',
        ),
      ]
    : [];

const discovery: EntityRule = (_entity, spec) =>
  scheduleProblems(
    objectOf(spec.discovery).schedule,
    'spec.discovery.schedule',
  );

/** What the schema of a DataSource cannot say. */
export const dataSourceRules: EntityRule[] = [
  connection,
  emptyConnection,
  discovery,
];
