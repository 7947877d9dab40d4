import { isSecretName } from './secretNames';

/**
 * The language a text is scanned as: in SQL only quoted keys are options.
 *
 * @public
 */
export type CredentialTextLanguage = 'sql' | 'config';

/**
 * A place in a text where a credential stands, or a variable that stands for one.
 *
 * @public
 */
export type CredentialUse = {
  /** The key it is the value of, such as `properties.sasl.password`. */
  name: string;
  /** The line, from 1. */
  line: number;
  /** The variable that holds it, when the value is just `${NAME}`. */
  variable?: string;
};

const VALUE = `(?:'((?:[^']|'')*)'|"((?:[^"\\\\]|\\\\.)*)")`;
const QUOTED_KEY = new RegExp(
  `(['"\`])([\\w.\\-]+)\\1\\s*[:=]\\s*${VALUE}`,
  'g',
);
const SET_STATEMENT =
  /^\s*SET\s+([A-Za-z][\w.-]*)\s*=\s*([^\s;'"]+|'[^']*')/gim;
const BARE_KEY = new RegExp(
  `(?:^|[\\s{,;(\\[]|-D|-)["']?([A-Za-z][\\w.\\-]*)["']?[^\\S\\n]*(?:[:=]|\\+=)[^\\S\\n]*(?:${VALUE}|([^\\s"'{}\\[\\],#;]+))`,
  'gm',
);
const ARGUMENT =
  /(?:^|\s)(?:-D|--?)([A-Za-z][\w.-]*)(?:=|\s+)(?!-)("[^"]*"|'[^']*'|\S+)/gm;
const USER_INFO = /[a-z][a-z0-9+.-]*:\/\/[^\s/:@'"]*:([^\s/@'"]+)@/gi;
const QUERY = /[?&;]([A-Za-z][\w.-]*)=([^&;\s'"]+)/g;
const INNER = /\b([A-Za-z][\w.-]*)\s*=\s*\\?"([^"\\]*)\\?"/g;
const AUTHORIZATION =
  /\bauthorization\b["'`]?\s*[:=]\s*\\?["']?(?:Basic|Bearer|Token)\s+([^\s"'\\]+)/gi;

// Nothing, a mask, words that no password is, and types of columns named so.
const HARMLESS =
  /^(?:\s*|\*+|true|false|null|(?:string|text|bytes|(?:tiny|small|big)?int|(?:var)?char(?:\(\d+\))?))$/i;
const VARIABLE = /^\$\{([A-Za-z_]\w*)\}$/;

// Placeholders are put out of the way of the patterns: a variable keeps its name, any other is one sign.
const OPEN = '\uE000';
const CLOSE = '\uE001';
const OTHER = '\uE002';
const MARKED_VARIABLE = new RegExp(`^${OPEN}(\\w+)${CLOSE}$`);
const MARKED = new RegExp(`[${OPEN}${OTHER}]`);

function markPlaceholders(text: string): string {
  return text.replace(/\$\{([^{}\n]*)\}/g, (whole, inner: string) =>
    VARIABLE.test(whole) ? `${OPEN}${inner}${CLOSE}` : OTHER,
  );
}

type Found = { name: string; value: string; index: number };

function* candidates(
  text: string,
  language: CredentialTextLanguage,
): Generator<Found> {
  const named = [QUOTED_KEY, QUERY, INNER].concat(
    language === 'sql' ? [SET_STATEMENT] : [BARE_KEY, ARGUMENT],
  );
  for (const pattern of named) {
    for (const match of text.matchAll(pattern)) {
      const groups = match
        .slice(pattern === QUOTED_KEY ? 2 : 1)
        .filter(group => group !== undefined);
      const [name, value = ''] = groups;
      if (isSecretName(name)) {
        yield { name, value, index: match.index };
      }
    }
  }
  for (const match of text.matchAll(USER_INFO)) {
    yield {
      name: 'in an address',
      value: match[1],
      index: match.index,
    };
  }
  for (const match of text.matchAll(AUTHORIZATION)) {
    yield { name: 'authorization', value: match[1], index: match.index };
  }
}

/**
 * Finds values in a job's text that are credentials written out, and variables used as credentials.
 * `${secret:name}` and other placeholders are not credentials. The values themselves are never returned.
 *
 * @public
 */
export function findCredentialUses(
  text: string,
  language: CredentialTextLanguage,
): CredentialUse[] {
  const uses = new Map<string, CredentialUse>();
  const marked = markPlaceholders(text);
  for (const { name, value, index } of candidates(marked, language)) {
    const bare = value.replace(/^(['"])(.*)\1$/, '$2');
    const variable = MARKED_VARIABLE.exec(bare)?.[1];
    if (HARMLESS.test(bare) || (MARKED.test(bare) && !variable)) {
      continue;
    }
    const line = marked.slice(0, index).split('\n').length;
    const shift =
      /^\s*\n/.exec(marked.slice(index))?.[0].split('\n').length ?? 1;
    const use = { name, line: line + shift - 1, ...(variable && { variable }) };
    uses.set(`${use.line} ${name}`, use);
  }
  return [...uses.values()].sort((a, b) => a.line - b.line);
}

/** The name of the variable when a text is just `${NAME}`. */
export function variableOf(text: string): string | undefined {
  return VARIABLE.exec(text)?.[1];
}

/** Whether an address carries `user:password@`. */
export function hasUserInfo(address: string): boolean {
  return /\/\/[^\s/:@]*:[^\s/@]+@/.test(address);
}
