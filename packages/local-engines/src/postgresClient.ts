/** The little of the package `pg` that is used here; it comes without types. */
interface Client {
  connect(): Promise<void>;
  query(sql: string, values?: unknown[]): Promise<{ rows: any[] }>;
  end(): Promise<void>;
}

/** How to log in. */
export interface PostgresLogin {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
}

/** Opens a connection, uses it, closes it. */
export async function withPostgres<T>(
  login: PostgresLogin,
  use: (client: Pick<Client, 'query'>) => Promise<T>,
): Promise<T> {
  const pg = require('pg') as {
    Client: new (
      config: PostgresLogin & { connectionTimeoutMillis: number },
    ) => Client;
  };
  const client = new pg.Client({ ...login, connectionTimeoutMillis: 3000 });
  try {
    await client.connect();
    return await use(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
