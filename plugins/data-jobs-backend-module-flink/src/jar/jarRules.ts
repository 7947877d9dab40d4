import { SqlStatement, isSignificant } from '@datalark/flink-sql';

/** Which jars may be named in definitions: jars are code. */
export type JarRules = {
  /** Why a reference is not allowed; undefined when it is. */
  refusal(reference: string): { message: string; remedy: string } | undefined;
};

/**
 * Allows what starts with one of the prefixes of `allowedJarPrefixes`. A
 * prefix ends with `/` or names one jar; `..` does not lead out of it.
 */
export function jarRules(allowedPrefixes: string[]): JarRules {
  const allowed = allowedPrefixes.map(normalize).filter(Boolean) as string[];
  return {
    refusal: reference => {
      const jar = normalize(reference);
      const isAllowed = allowed.some(
        prefix =>
          jar === prefix || (prefix.endsWith('/') && jar?.startsWith(prefix)),
      );
      if (isAllowed) return undefined;
      return {
        message: `The jar ${reference} is not at an allowed place.`,
        remedy: allowedPrefixes.length
          ? `Use a jar below ${allowedPrefixes.join(', ')}.`
          : 'Upload the jar, or let an administrator add its place to ' +
            'allowedJarPrefixes of the engine in app-config.',
      };
    },
  };
}

/** A reference as a URL without `..`; undefined when it is none. */
function normalize(reference: string): string | undefined {
  try {
    const url = new URL(
      reference.startsWith('/') ? `file://${reference}` : reference,
    );
    const isPlain =
      !url.username && !url.password && !/%2e|%2f|%5c/i.test(url.pathname);
    return isPlain ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** The jars that a statement names: ADD JAR '…', CREATE FUNCTION … USING JAR '…'. */
export function jarReferences(statement: SqlStatement): string[] {
  const isFunction =
    statement.kind === 'create' && statement.object === 'function';
  if (!isFunction && statement.kind !== 'jar') return [];
  const tokens = statement.tokens.filter(isSignificant);
  if (tokens[0].text.toUpperCase() === 'REMOVE') return [];
  const jars = tokens.flatMap((token, i) => {
    const before = tokens[i - 1]?.text.toUpperCase();
    const names = before === 'JAR' || before === 'ARTIFACT';
    return names && token.kind === 'string'
      ? [token.text.slice(1, -1).replace(/''/g, "'")]
      : [];
  });
  if (jars.length || isFunction) return jars;
  // ADD JAR without quotes: all that follows is the path.
  return [statement.text.replace(/^\s*\w+\s+\w+\s*/, '')];
}
