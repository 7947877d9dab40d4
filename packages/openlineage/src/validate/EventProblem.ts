/** What is wrong with an event, and where. @public */
export type EventProblem = {
  /** JSON pointer (RFC 6901); empty for the event itself. */
  pointer: string;
  message: string;
  remedy: string;
  /** The value that is there, as JSON, shortened; absent when there is none. */
  value?: string;
};

/** `/a~1b` for key `a/b`. */
export function pointerTo(parent: string, key: string | number): string {
  return `${parent}/${String(key).replace(/~/g, '~0').replace(/\//g, '~1')}`;
}

/** A value as text of at most 100 characters; never throws. */
function shownValue(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (Array.isArray(value)) return `list of ${value.length}`;
  if (typeof value === 'object' && value !== null) {
    const keys = Object.keys(value);
    const some = keys.slice(0, 5).join(', ').slice(0, 90);
    return `{ ${some}${keys.length > 5 ? ', …' : ''} }`;
  }
  const text =
    typeof value === 'string'
      ? JSON.stringify(value.slice(0, 100))
      : String(value);
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}

/** A problem with the value that it is about. */
export function problemAt(
  pointer: string,
  message: string,
  remedy: string,
  value?: unknown,
): EventProblem {
  const shown = shownValue(value);
  return {
    pointer,
    message,
    remedy,
    ...(shown !== undefined && { value: shown }),
  };
}
