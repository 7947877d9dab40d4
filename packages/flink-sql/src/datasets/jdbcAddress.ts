import type { DatasetAddress } from './DatasetAddress';
import { address } from './DatasetReader';

const URL_FORM =
  /^jdbc:([a-z0-9]+)(?::[a-z0-9]+)*?:\/\/([^/;?]*)(?:\/([^?;]*))?/i;
const ORACLE =
  /^jdbc:oracle:[a-z0-9]+:(?:[^@]*)@(?:\/\/)?([^:/?]+(?::\d+)?)[:/]([^?:/]+)/i;

const SYSTEMS: Record<string, string> = {
  postgresql: 'postgres',
  sqlserver: 'mssql',
  mariadb: 'mysql',
  crate: 'cratedb',
  ch: 'clickhouse',
  dm: 'dameng',
  sap: 'hana',
};

/** Systems whose tables have a schema between database and table. */
const SCHEMAS: Record<string, string> = { postgres: 'public', mssql: 'dbo' };

/** A table behind a JDBC URL; `table` may bring its schema or database along. */
export function jdbcAddress(
  url: string | undefined,
  table: string | undefined,
): DatasetAddress[] {
  if (!url || !table) return [];
  const names = table
    .split('.')
    .map(name => name.replace(/^[`"[]|[`"\]]$/g, ''));
  const [, server, service] = ORACLE.exec(url) ?? [];
  if (server) return address('oracle', server, [service, ...names]);
  const [, scheme, hosts, path] = URL_FORM.exec(url) ?? [];
  if (!scheme) return [];
  const kind = scheme.toLowerCase();
  const system = SYSTEMS[kind] ?? kind;
  const authority = hosts.replace(/^.*@/, '');
  const database = databaseOf(url, path);
  if (names.length >= 3) return address(system, authority, names);
  const schema = SCHEMAS[system];
  if (schema) {
    const own = /[?&;]currentSchema=([^&;,]+)/i.exec(url)?.[1] ?? schema;
    const tail = names.length === 1 ? [own, ...names] : names;
    return address(system, authority, [database, ...tail]);
  }
  // Elsewhere `db.table` names the database itself.
  const hasDatabase = names.length > 1 && system !== 'db2';
  return address(system, authority, hasDatabase ? names : [database, ...names]);
}

function databaseOf(url: string, path: string | undefined): string | undefined {
  const named = /[;?&]database(?:Name)?=([^;&]+)/i.exec(url)?.[1];
  return named ?? (path ? decodeURI(path).replace(/:.*$/, '') : undefined);
}
