/** At most so many rows of a list; GitHub cuts comments at 65,536 characters. */
export const MOST_ROWS = 100;

/** What ends a list that is cut. */
export const tableRest = (length: number) =>
  length > MOST_ROWS ? ['', `… and ${length - MOST_ROWS} more.`] : [];

/** Names come from anywhere: nothing in them may become markup, a mention or a new line. */
export const inText = (value: string) =>
  value
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>|~#]/g, '\\$&')
    .replace(/@/g, '@\u200b');

/** The same in a code span, within a table too. */
export const inCode = (value: string) =>
  `\`${value.replace(/\s+/g, ' ').replace(/`/g, "'").replace(/\|/g, '\\|')}\``;
