/** One `Caused by:` of a Java stack trace. */
export type FlinkCause = {
  /** Class name without its package. */
  name: string;
  /** May have several lines; no stack. */
  message: string;
};

const STACK_LINE =
  /^\s*(?:at [\w.$<>/@-]+\(|at java\.base\/|\.\.\. \d+ (?:more|common))/;
const HEAD =
  /^(?:(?:Caused by|Suppressed): )*((?:[a-z][\w]*\.)+[A-Z][\w$]*)(?::\s?(.*))?$/;
const MAX_TEXT = 200_000;

/**
 * Reads the causes out of what Flink answers: outermost first. Lines of the
 * stack, and classes at the head of messages, are left out.
 */
export function flinkCauses(details: string): FlinkCause[] {
  const causes: FlinkCause[] = [];
  let open = false;
  for (const raw of details.slice(0, MAX_TEXT).split('\n')) {
    const line = raw.replace(/^(?:\[.*, )?<Exception on server side:/, '');
    const head = HEAD.exec(line.trim());
    if (STACK_LINE.test(line) || line.includes('End of exception on server')) {
      open = false;
    } else if (head) {
      causes.push({
        name: head[1].replace(/^.*\./, ''),
        message: head[2] ?? '',
      });
      open = true;
    } else if (open) {
      causes[causes.length - 1].message += `\n${line}`;
    }
  }
  return causes.map(cause => ({ ...cause, message: clean(cause.message) }));
}

/** Drops class names in front of a message: `a.b.SomeException: text`. */
function clean(message: string): string {
  return message
    .replace(/^(?:(?:[a-z]\w*\.)+[A-Z][\w$]*:\s+)+/, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Says nothing about the matter itself. */
const EMPTY_WORDS =
  /^$|^null$|^\[?Internal server error|^Failed to (?:fetchResults|execute)|^Could not execute/;

/** Java's own trouble: the cause around it knows more. */
const JAVA_WORDS =
  /^(?:NumberFormat|NullPointer|ClassCast|IndexOutOf|Connect|SocketTimeout)\w*$/;

const CRASHES = /^(?:NullPointer|ClassCast|IndexOutOf|StackOverflow)\w*$/;

/** The innermost cause that says something; undefined when none does. */
export function rootCause(details: string): FlinkCause | undefined {
  const causes = flinkCauses(details).reverse();
  const speaking = causes.filter(({ message }) => !EMPTY_WORDS.test(message));
  return (
    speaking.find(({ name }) => !JAVA_WORDS.test(name)) ??
    speaking[0] ??
    causes.find(({ message }) => message !== '')
  );
}

/** The root cause in one piece, at most `max` characters; never a stack. */
export function rootSentence(details: string, max = 2_000): string | undefined {
  const cause = rootCause(details);
  if (!cause) return undefined;
  const { name, message } = cause;
  let text = /\s/.test(message) ? message : `${name}: ${message}`;
  if (CRASHES.test(name)) text = `Flink failed with a ${name}: ${message}`;
  return text.length > max ? `${text.slice(0, max - 1)}…` : text;
}
