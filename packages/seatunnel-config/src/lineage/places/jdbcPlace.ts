/** What a JDBC URL says. */
export type JdbcPlace = {
  system: string;
  authority?: string;
  /** Database, service or SID. */
  database?: string;
  /** Schema that the URL sets for plain table names. */
  schema?: string;
  /** Tables have a schema between database and table. */
  hasSchemas: boolean;
};

const WITH_SCHEMAS = new Set([
  'postgres',
  'greenplum',
  'opengauss',
  'kingbase',
  'redshift',
  'vertica',
  'mssql',
  'oracle',
  'db2',
  'snowflake',
  'trino',
  'presto',
  'hana',
  'dameng',
  'xugu',
  'highgo',
  'iris',
  'h2',
  'derby',
  'duckdb',
]);
const SYSTEMS: Record<string, string> = {
  postgresql: 'postgres',
  pgsql: 'postgres',
  mariadb: 'mysql',
  sqlserver: 'mssql',
  'jtds:sqlserver': 'mssql',
  hive2: 'hive',
  dm: 'dameng',
  sap: 'hana',
  kingbase8: 'kingbase',
  'pivotal:greenplum': 'greenplum',
  vertica: 'vertica',
  iris: 'iris',
  'TAOS-RS': 'tdengine',
  'taos-rs': 'tdengine',
};

/**
 * Reads a JDBC URL: system, servers, database. Undefined for what is no JDBC
 * URL or does not name a server. Users and passwords in it are left out.
 */
export function jdbcPlaceOf(url: string): JdbcPlace | undefined {
  const match = /^jdbc:([^/@]*?):(?:thin:|oci:)?(?=[/@]|[\w.-]+$)(.*)$/is.exec(
    url.trim(),
  );
  if (!match) return undefined;
  const kind = match[1].replace(/:$/, '').toLowerCase();
  const system = SYSTEMS[kind] ?? kind;
  const rest = match[2];
  if (system === 'oracle') return oraclePlace(rest);
  if (system === 'sqlite' || system === 'duckdb') {
    return { system, database: rest, hasSchemas: WITH_SCHEMAS.has(system) };
  }
  const [, servers = '', tail = ''] = /^\/\/([^/?;]*)(.*)$/s.exec(rest) ?? [];
  if (servers === '') return undefined;
  const [, path = '', settings = ''] = /^\/?([^?;]*)(.*)$/s.exec(tail) ?? [];
  const set = settingsOf(settings);
  const database =
    path.replace(/\/+$/, '') || set.databasename || set.database || set.db;
  const [db, ofPath] =
    system === 'trino' || system === 'presto'
      ? (database ?? '').split('/')
      : [database];
  return {
    system,
    authority: servers.slice(servers.lastIndexOf('@') + 1).replace(/\\.*$/, ''),
    ...(db && { database: db }),
    ...((ofPath ?? set.currentschema ?? set.schema) && {
      schema: ofPath ?? set.currentschema ?? set.schema,
    }),
    hasSchemas: WITH_SCHEMAS.has(system),
  };
}

/** `@host:1521:SID`, `@host:1521/service`, `@//host:1521/service`. */
function oraclePlace(rest: string): JdbcPlace | undefined {
  const match =
    /^(?:[^@]*)@(?:\/\/|tcps?:\/\/)?([^:/?]+)(?::(\d+))?[:/]?([^?;]*)/.exec(
      rest,
    );
  if (!match || match[1].includes('(')) return undefined;
  const [, host, port, database] = match;
  return {
    system: 'oracle',
    authority: port ? `${host}:${port}` : host,
    ...(database && { database }),
    hasSchemas: true,
  };
}

function settingsOf(text: string): Record<string, string | undefined> {
  const pairs = text
    .split(/[?&;]/)
    .map(pair => pair.split('='))
    .filter(([key, value]) => key && value !== undefined)
    .map(([key, value]): [string, string] => [
      key.trim().toLowerCase(),
      value.trim(),
    ]);
  return Object.fromEntries(pairs);
}

/** Schema that a plain table name means where nobody sets another. */
const DEFAULT_SCHEMAS: Record<string, string> = {
  postgres: 'public',
  greenplum: 'public',
  opengauss: 'public',
  redshift: 'public',
  mssql: 'dbo',
};

/**
 * The path of a table as somebody wrote it, made whole: `orders` of database
 * `shop` → `shop.orders`; `sales.orders` of PostgreSQL → `shop.sales.orders`.
 */
export function wholeTablePath(
  place: JdbcPlace,
  written: readonly string[],
): string[] {
  const { database, hasSchemas } = place;
  if (!hasSchemas) {
    return written.length > 1 || !database
      ? [...written]
      : [database, ...written];
  }
  const schema = place.schema ?? DEFAULT_SCHEMAS[place.system];
  const path =
    written.length === 1 && schema ? [schema, ...written] : [...written];
  return path.length < 3 && database ? [database, ...path] : path;
}
