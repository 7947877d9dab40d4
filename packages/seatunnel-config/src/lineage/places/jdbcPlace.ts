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
  mariadb: 'mysql',
  sqlserver: 'mssql',
  'jtds:sqlserver': 'mssql',
  hive2: 'hive',
  dm: 'dameng',
  sap: 'hana',
  kingbase8: 'kingbase',
  'pivotal:greenplum': 'greenplum',
  'taos-rs': 'tdengine',
  taos: 'tdengine',
};

/**
 * Reads a JDBC URL: system, servers, database. Undefined for what is no JDBC
 * URL or does not name a server. Users and passwords in it are left out.
 */
export function jdbcPlaceOf(url: string): JdbcPlace | undefined {
  const match = /^jdbc:((?:jtds:|pivotal:)?[\w-]+):(.*)$/is.exec(url.trim());
  if (!match) return undefined;
  const kind = match[1].toLowerCase();
  const rest = match[2];
  const system = Object.hasOwn(SYSTEMS, kind) ? SYSTEMS[kind] : kind;
  const hasSchemas = WITH_SCHEMAS.has(system);
  switch (system) {
    case 'oracle':
      return oraclePlace(rest.replace(/^\w+:(?=.*@)/, ''));
    case 'phoenix': {
      const [server] = rest
        .replace(/^thin:url=/i, '')
        .replace(/^https?:\/\//i, '')
        .split(/[/;?]/);
      return { system, authority: server, hasSchemas };
    }
    case 'sqlite':
    case 'duckdb':
      return { system, database: rest, hasSchemas };
    default:
      return serverPlace(system, rest, hasSchemas);
  }
}

/** `//host:port/database?settings`, as nearly all have it. */
function serverPlace(
  system: string,
  rest: string,
  hasSchemas: boolean,
): JdbcPlace | undefined {
  const [, servers = '', tail = ''] = /^\/\/([^/?;]*)(.*)$/s.exec(rest) ?? [];
  if (servers === '') return undefined;
  const [, path = '', settings = ''] = /^\/?([^?;]*)(.*)$/s.exec(tail) ?? [];
  // Teradata writes its settings where others have the database.
  const set = settingsOf(path.includes('=') ? path : settings);
  const inPath = path.includes('=') ? '' : path.replace(/\/+$/, '');
  const named =
    inPath ||
    set.databasename ||
    set.database ||
    set.db ||
    (system === 'hive' ? 'default' : '');
  const [database, schemaInPath] =
    system === 'trino' || system === 'presto' ? named.split('/') : [named];
  const schema = schemaInPath ?? set.currentschema ?? set.schema;
  return {
    system,
    authority: authorityOf(system, servers),
    ...(database && { database }),
    ...(schema && { schema }),
    hasSchemas,
  };
}

/** Without user and instance; Snowflake's account without its domain. */
function authorityOf(system: string, servers: string): string {
  const bare = servers.slice(servers.lastIndexOf('@') + 1).replace(/\\.*$/, '');
  return system === 'snowflake'
    ? bare.replace(/\.snowflakecomputing\.(com|cn)(:\d+)?$/i, '')
    : bare;
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
    .split(/[?&;,]/)
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
  if (path.length < 3 && database) return [database, ...path];
  // `sales.orders` of an unknown database; naming would take `sales` for one.
  const isUnclear =
    path.length === 2 && Object.hasOwn(DEFAULT_SCHEMAS, place.system);
  return isUnclear ? ['', ...path] : path;
}
