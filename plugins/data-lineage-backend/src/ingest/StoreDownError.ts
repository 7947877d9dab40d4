/** The database is out of reach; nothing was taken. */
export class StoreDownError extends Error {
  override readonly name = 'StoreDownError';

  constructor() {
    super(
      'The database is out of reach, so nothing was taken: send the same again in some seconds.',
    );
  }
}

/** Classes of PostgreSQL's errors: connection, resources, shutdown, read only, and what only has to be tried again. */
const DOWN = /^(08|53|57P|25006|40001|40P01)/;
const BROKEN =
  /ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|EAI_AGAIN|SQLITE_(BUSY|FULL|IOERR|READONLY|CANTOPEN)/;
const TOLD =
  /Connection terminated|timeout acquiring a connection|Unable to acquire a connection|Client has encountered a connection error|Connection ended/i;

/** Whether an error says that the database is not there at the moment. */
export function isStoreDown(error: unknown): boolean {
  const { code, message } = (error ?? {}) as {
    code?: unknown;
    message?: unknown;
  };
  return (
    (typeof code === 'string' && (DOWN.test(code) || BROKEN.test(code))) ||
    (typeof message === 'string' && TOLD.test(message))
  );
}
