/** The little of the package `pg` that is used here; it comes without types. */
export type PostgresClient = {
  query(sql: string, values?: unknown[]): Promise<{ rows: any[] }>;
  end(): Promise<void>;
};

/** Opens a connection. */
export async function openPostgres(login: {
  host: string;
  port: number;
  user: string;
  password?: string;
  database: string;
}): Promise<PostgresClient> {
  const { Client } = require('pg');
  const client = new Client(login);
  await client.connect();
  return client;
}
