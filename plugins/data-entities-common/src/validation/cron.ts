const BOUNDS: Array<[name: string, min: number, max: number]> = [
  ['minute', 0, 59],
  ['hour', 0, 23],
  ['day of the month', 1, 31],
  ['month', 1, 12],
  ['day of the week', 0, 7],
];

const WORDS: string[][] = [
  [],
  [],
  [],
  ' jan feb mar apr may jun jul aug sep oct nov dec'.split(' '),
  'sun mon tue wed thu fri sat'.split(' '),
];

/** Names of months and days as their numbers; other words stay. */
function numbered(field: string, position: number): string {
  return field.replace(/[a-z]+/gi, word => {
    const index = WORDS[position].indexOf(word.toLowerCase());
    return index < 0 ? word : String(index);
  });
}

function partIsValid(part: string, min: number, max: number): boolean {
  const match = /^(\*|\d+)(?:-(\d+))?(?:\/(\d+))?$/.exec(part);
  if (!match) {
    return false;
  }
  const [, from, to, step] = match;
  const inRange = (value: string) =>
    Number(value) >= min && Number(value) <= max;
  if (from === '*') {
    return to === undefined && step !== '0';
  }
  return (
    inRange(from) &&
    (to === undefined || (inRange(to) && Number(from) <= Number(to))) &&
    step !== '0'
  );
}

/** What is wrong with a cron expression of five fields, or undefined when it is right. */
export function cronProblem(expression: string): string | undefined {
  const fields = expression.trim().split(/\s+/);
  if (fields.length !== BOUNDS.length) {
    return 'it does not have five fields';
  }
  const index = fields.findIndex((field, position) => {
    const [, min, max] = BOUNDS[position];
    return !numbered(field, position)
      .split(',')
      .every(part => partIsValid(part, min, max));
  });
  if (index < 0) {
    return undefined;
  }
  const [name, min, max] = BOUNDS[index];
  return `its ${name} "${fields[index]}" is not within ${min} and ${max}`;
}

/** Whether this machine knows the time zone. @public */
export function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
