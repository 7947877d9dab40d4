import { definitionOf, facetDefinitionOf } from '../schema/Schema';
import type { FacetHolder } from '../schema/Schema';
import { schemaUrlOf } from '../schema/schemaUrlOf';
import { checkSchema, isObject } from './checkSchema';
import { eventKindOf } from './eventKind';
import { pointerTo, problemAt } from './EventProblem';
import type { EventProblem } from './EventProblem';

const EVENTS = { run: 'RunEvent', job: 'JobEvent', dataset: 'DatasetEvent' };

/**
 * What is wrong with an event by OpenLineage 2-0-2 and its facets. Empty: it
 * is valid. Facets of another model version than the one known here, facets
 * that are none of the specification's and deleted ones are checked as facets
 * only. Never throws.
 *
 * This is the judge for producers; `readEvent` is what takes in events.
 *
 * @param value - parsed JSON
 * @param options - `maxProblems`: stop there; default 100
 * @public
 */
export function validateEvent(
  value: unknown,
  options: { maxProblems?: number } = {},
): EventProblem[] {
  if (!isObject(value)) {
    return [
      problemAt(
        '',
        'The event is not an object.',
        'Send one JSON object for each event.',
        value,
      ),
    ];
  }
  const kind = eventKindOf(value);
  if (!kind) {
    return [
      problemAt(
        '',
        'The event has no run, no job and no dataset.',
        'Add "run" and "job", "job" alone, or "dataset" alone.',
        value,
      ),
    ];
  }
  const problems = [
    ...checkSchema(value, definitionOf(EVENTS[kind]), ''),
    ...holdersOf(value).flatMap(({ holder, facets, pointer }) =>
      checkFacets(holder, facets, pointer),
    ),
  ];
  return problems.slice(0, options.maxProblems ?? 100);
}

type Holder = { holder: FacetHolder; facets: unknown; pointer: string };

function holdersOf(event: Record<string, unknown>): Holder[] {
  const found: Holder[] = [];
  const add = (
    holder: FacetHolder,
    owner: unknown,
    pointer: string,
    key = 'facets',
  ) => {
    if (isObject(owner)) {
      found.push({
        holder,
        facets: owner[key],
        pointer: pointerTo(pointer, key),
      });
    }
  };
  add('run', event.run, '/run');
  add('job', event.job, '/job');
  add('dataset', event.dataset, '/dataset');
  for (const side of ['input', 'output'] as const) {
    const list = event[`${side}s`];
    if (!Array.isArray(list)) continue;
    list.forEach((dataset, index) => {
      const pointer = `/${side}s/${index}`;
      add('dataset', dataset, pointer);
      add(side, dataset, pointer, `${side}Facets`);
    });
  }
  return found;
}

function checkFacets(
  holder: FacetHolder,
  facets: unknown,
  pointer: string,
): EventProblem[] {
  if (!isObject(facets)) return [];
  return Object.entries(facets).flatMap(([key, facet]) => {
    const definition = facetDefinitionOf(holder, key);
    if (!definition || !isObject(facet) || facet._deleted === true) return [];
    if (!isKnownModel(facet._schemaURL, definition)) return [];
    return checkSchema(
      facet,
      definitionOf(definition),
      pointerTo(pointer, key),
    ).filter(
      // What every facet needs has been said already.
      problem => !/\/_(producer|schemaURL|deleted)$/.test(problem.pointer),
    );
  });
}

/** The first number of MODEL-REVISION-ADDITION; a new one may mean anything. */
const modelOf = (url: unknown) =>
  typeof url === 'string' ? /\/(\d+)-\d+-\d+\//.exec(url)?.[1] : undefined;

function isKnownModel(url: unknown, definition: string): boolean {
  const model = modelOf(url);
  return model === undefined || model === modelOf(schemaUrlOf(definition));
}
