import { DefinitionProblem } from '@datalark/backstage-plugin-data-jobs-common';
import { positionInScript } from '@datalark/flink-sql';
import { flinkRemedy } from './flinkRemedy';
import { flinkCauses, rootSentence } from './flinkCauses';

const PLACE = /line (\d+), column (\d+)/;
const MAX_MESSAGE = 1_500;

/** A place in a text that was sent to Flink, from 1. */
export type Place = { line: number; column: number };

/** Where a place in the text that was sent is in the whole script. */
export type PlaceInScript = (
  place: Place | undefined,
) => Place & { statement: number };

/** Places of a text that is a statement as it stands in the script. */
export function placeInStatement(
  statement: Place,
  number: number,
  /** Lines that were put in front of the statement's text. */
  linesBefore = 0,
): PlaceInScript {
  return place => ({
    statement: number,
    ...positionInScript(
      statement,
      place
        ? { line: place.line - linesBefore, column: place.column }
        : { line: 0, column: 0 },
    ),
  });
}

/**
 * Makes a problem of what Flink answered: its own sentence, the place in the
 * whole script, and what to do where that is known.
 */
export function flinkProblem(
  details: string,
  placeInScript: PlaceInScript,
): DefinitionProblem {
  const sentence =
    rootSentence(details) ?? 'Flink refused this without saying why.';
  const place = findPlace(details, sentence);
  const { statement, line, column } = placeInScript(place);
  const words = shorten(sentence).replace(
    PLACE,
    place ? `line ${line}, column ${column}` : '$&',
  );
  const table = tableNamed(details, sentence);
  const message = table ? `Table ${table}: ${words}` : words;
  const remedy = flinkRemedy(sentence);
  return {
    severity: 'error',
    message,
    ...(remedy ? { remedy } : {}),
    field: 'definition.sql',
    statement,
    line,
    column,
  };
}

/** The parser's place is in its own words, the validator's in a cause around. */
function findPlace(details: string, sentence: string): Place | undefined {
  const texts = [
    sentence,
    ...flinkCauses(details)
      .map(cause => cause.message)
      .reverse(),
  ];
  for (const text of texts) {
    const match = PLACE.exec(text);
    if (match) return { line: Number(match[1]), column: Number(match[2]) };
  }
  return undefined;
}

/** Without the lists that the remedy repeats, and without Java's packages. */
function shorten(sentence: string): string {
  const text = sentence
    .replace(/\s*Was expecting(?: one of)?:[\s\S]*$/, '')
    .replace(/\s*Available factory identifiers are:[\s\S]*$/, '')
    .replace(/\s*Supported options:[\s\S]*$/, '')
    .replace(/\borg\.apache\.(?:\w+\.)+([A-Z]\w*)/g, '$1');
  return text.length > MAX_MESSAGE
    ? `${text.slice(0, MAX_MESSAGE - 1)}…`
    : text;
}

const TABLE =
  /Unable to create a (?:source|sink) for (?:reading|writing) table '([^']*)'/;

/** The table that the trouble is with, where only an outer cause names it. */
function tableNamed(details: string, sentence: string): string | undefined {
  const table = TABLE.exec(details)?.[1];
  return table && !sentence.includes(table) ? table : undefined;
}
