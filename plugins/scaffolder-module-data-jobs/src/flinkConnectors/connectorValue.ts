import { Translate } from '../api/useText';
import { SECRET_EXAMPLE, isSecretReference } from '../parts/secretReference';
import {
  ConnectorOption,
  ConnectorRole,
  FlinkConnector,
  findConnector,
} from './flinkConnectors';

/** A column of a table. */
export type ColumnValue = { name?: string; type?: string };

/** What the connector field of a form holds. */
export type ConnectorValue = {
  connector?: string;
  options?: Record<string, string>;
  columns?: ColumnValue[];
};

/** The options that have a meaning on this side and for these values. */
export function visibleOptions(
  connector: FlinkConnector,
  role: ConnectorRole,
  options: Record<string, string>,
): ConnectorOption[] {
  return connector.options.filter(
    option =>
      (option.role ?? role) === role &&
      (!option.when || options[option.when[0]] === option.when[1]),
  );
}

/** The value after a connector was chosen; the columns stay. */
export function choose(
  connector: FlinkConnector,
  role: ConnectorRole,
  before: ConnectorValue,
): ConnectorValue {
  return {
    connector: connector.name,
    options: withInitials(connector, role, {}),
    ...(before.columns ? { columns: before.columns } : {}),
  };
}

/** The value after an option was changed: hidden options go, new ones begin. */
export function setOption(
  value: ConnectorValue,
  role: ConnectorRole,
  key: string,
  text: string,
): ConnectorValue {
  const connector = findConnector(value.connector);
  if (!connector) return value;
  const { [key]: _, ...others } = value.options ?? {};
  const changed = text === '' ? others : { ...others, [key]: text };
  const keys = visibleOptions(connector, role, changed).map(each => each.key);
  const kept = Object.fromEntries(
    Object.entries(changed).filter(([each]) => keys.includes(each)),
  );
  const appeared = connector.options.filter(
    option =>
      option.when?.[0] === key && option.when[1] === text && option.initial,
  );
  return {
    ...value,
    options: {
      ...Object.fromEntries(appeared.map(each => [each.key, each.initial!])),
      ...kept,
    },
  };
}

function withInitials(
  connector: FlinkConnector,
  role: ConnectorRole,
  options: Record<string, string>,
): Record<string, string> {
  return Object.fromEntries(
    visibleOptions(connector, role, options).flatMap(({ key, initial }) =>
      initial === undefined ? [] : [[key, initial]],
    ),
  );
}

/** What is missing or wrong, for people. */
export function connectorProblems(
  value: ConnectorValue | undefined,
  role: ConnectorRole,
  t: Translate,
): string[] {
  const connector = findConnector(value?.connector);
  if (!value || !connector) return [t('connector.choose')];
  const options = value.options ?? {};
  return [
    ...visibleOptions(connector, role, options).flatMap(option => {
      const text = options[option.key] ?? '';
      if (option.required && text.trim() === '') {
        return [t('common.required', { label: option.key })];
      }
      return option.kind === 'secret' && text && !isSecretReference(text)
        ? [
            t('common.secretLiteral', {
              key: option.key,
              example: SECRET_EXAMPLE,
            }),
          ]
        : [];
    }),
    ...columnProblems(value.columns ?? [], role, t),
  ];
}

function columnProblems(
  columns: ColumnValue[],
  role: ConnectorRole,
  t: Translate,
): string[] {
  if (columns.length === 0) {
    return role === 'source' ? [t('connector.columnsMissing')] : [];
  }
  const problems = columns.flatMap(({ name, type }, index) =>
    name?.trim() && type?.trim()
      ? []
      : [t('connector.columnIncomplete', { number: String(index + 1) })],
  );
  const names = columns.map(({ name }) => name);
  const twice = names.find((name, i) => name && names.indexOf(name) !== i);
  return twice
    ? [...problems, t('connector.columnTwice', { name: twice })]
    : problems;
}
