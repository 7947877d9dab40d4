import { EngineCall } from '@datalark/backstage-plugin-data-jobs-node';
import { SqlStatement, Token, isSignificant } from '@datalark/flink-sql';
import { GatewaySession } from '../gateway/GatewaySession';
import { HttpAnswerError } from '../http/HttpAnswerError';
import { Place } from './flinkProblem';

/**
 * Which catalogs of a session live in its memory, so that what is made in them
 * is gone with it, and which is the current one.
 */
export class SessionCatalogs {
  readonly #inMemory = new Set<string>();

  private constructor(private current: string | undefined) {}

  /** Asks Flink about the catalog that a new session starts in. */
  static async of(
    session: GatewaySession,
    call: EngineCall,
  ): Promise<SessionCatalogs> {
    const { rows } = await session.execute('SHOW CURRENT CATALOG', call);
    const name = typeof rows[0]?.[0] === 'string' ? rows[0][0] : undefined;
    const catalogs = new SessionCatalogs(name);
    if (name && (await isInMemory(session, name, call))) {
      catalogs.#inMemory.add(name);
    }
    return catalogs;
  }

  /** Takes note of a statement that was carried out. */
  note(statement: SqlStatement): void {
    const path = objectPath(statement);
    const name = path[path.length - 1];
    if (statement.kind === 'use') {
      const isCatalog = wordAt(statement, 1) === 'CATALOG';
      if (isCatalog) this.current = name;
      else if (path.length > 1) this.current = path[0];
    }
    if (statement.kind === 'create' && statement.object === 'catalog') {
      if (/'type'\s*=\s*'generic_in_memory'/.test(statement.text)) {
        this.#inMemory.add(name);
      }
    }
  }

  /** True when what the statement makes or drops is gone with the session. */
  holds(statement: SqlStatement): boolean {
    const path = objectPath(statement);
    const full = statement.object === 'database' ? 2 : 3;
    const catalog = path.length >= full ? path[0] : this.current;
    return catalog !== undefined && this.#inMemory.has(catalog);
  }
}

async function isInMemory(
  session: GatewaySession,
  name: string,
  call: EngineCall,
): Promise<boolean> {
  try {
    const { rows } = await session.execute(
      `DESCRIBE CATALOG \`${name.replace(/`/g, '``')}\``,
      call,
    );
    return rows.some(row => row[1] === 'generic_in_memory');
  } catch (error) {
    if (!(error instanceof HttpAnswerError)) throw error;
    // Versions that cannot describe catalogs start in this one.
    return name === 'default_catalog';
  }
}

/** How to try a statement out: as what, or why not. */
export type Rehearsal =
  | {
      text: string;
      /** Where the text stands in the script, after `linesBefore` others. */
      origin: Place;
      linesBefore: number;
    }
  | { skip: string };

/**
 * What of a setup statement can be run without changing anything but the
 * session. A new table of an outside catalog is made as a temporary one, so
 * that the INSERTs can be checked all the same.
 */
export function rehearse(
  statement: SqlStatement,
  catalogs: SessionCatalogs,
): Rehearsal {
  const { kind, object, temporary } = statement;
  const changes = ['create', 'replace', 'alter', 'drop'].includes(kind);
  const isCatalog = object === 'catalog' && kind === 'create';
  if (!changes || temporary || isCatalog || catalogs.holds(statement)) {
    const { text, line, column } = statement;
    return { text, origin: { line, column }, linesBefore: 0 };
  }
  const canBeTemporary = ['table', 'view', 'function', 'model'].includes(
    object ?? '',
  );
  if (kind === 'create' && canBeTemporary && wordAt(statement, 1) !== 'OR') {
    return asTemporary(statement);
  }
  return {
    skip:
      'This statement was not tried out: it would change a catalog outside ' +
      'of this check. It is carried out when the job is deployed.',
  };
}

function asTemporary(statement: SqlStatement): Rehearsal {
  const create = statement.tokens.findIndex(isSignificant);
  const rest = statement.tokens.slice(create + 1);
  const { line, column } = rest[0];
  return {
    text: `CREATE TEMPORARY\n${rest.map(token => token.text).join('')}`,
    origin: { line, column },
    linesBefore: 1,
  };
}

function wordAt(statement: SqlStatement, index: number): string | undefined {
  return statement.tokens.filter(isSignificant)[index]?.text.toUpperCase();
}

const BEFORE_NAME = new Set(
  'CREATE REPLACE ALTER DROP USE OR TEMPORARY SYSTEM TABLE VIEW FUNCTION MODEL CONNECTION CATALOG DATABASE IF NOT EXISTS'.split(
    ' ',
  ),
);

/** The name that a statement is about, in its parts. */
function objectPath(statement: SqlStatement): string[] {
  const tokens = statement.tokens.filter(isSignificant);
  let at = 0;
  while (
    tokens[at]?.kind === 'word' &&
    BEFORE_NAME.has(tokens[at].text.toUpperCase())
  ) {
    at += 1;
  }
  const path: string[] = [];
  for (; isName(tokens[at]); at += 2) {
    path.push(unquote(tokens[at]));
    if (tokens[at + 1]?.text !== '.') break;
  }
  return path;
}

function isName(token: Token | undefined): token is Token {
  return token?.kind === 'word' || token?.kind === 'quoted-identifier';
}

function unquote(token: Token): string {
  return token.kind === 'quoted-identifier'
    ? token.text.slice(1, -1).replace(/``/g, '`')
    : token.text;
}
