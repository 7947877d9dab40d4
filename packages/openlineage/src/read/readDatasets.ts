import type { FacetHolder } from '../schema/Schema';
import { isObject } from '../validate/checkSchema';
import { pointerTo } from '../validate/EventProblem';
import { readFacets } from './readFacets';
import { readName } from './readName';
import type { Reading } from './Reading';

/**
 * Inputs or outputs. Undefined means unknown: there is no such key, it is
 * null, or nothing in it can be read. An empty list means that there are none.
 */
export function readDatasets(
  value: unknown,
  side: 'input' | 'output',
  producer: string,
  reading: Reading,
): object[] | undefined {
  const pointer = `/${side}s`;
  if (value === undefined || value === null) return undefined;
  if (isObject(value)) {
    reading.warn(
      pointer,
      'This is one dataset, not a list; it is read as a list of one.',
      'Give a list.',
      value,
    );
    return nonEmpty([readDataset(value, pointer, side, producer, reading)]);
  }
  if (!Array.isArray(value)) {
    return reading.warn(
      pointer,
      `This is not a list; the ${side}s count as unknown.`,
      'Give a list.',
      value,
    );
  }
  if (value.length > reading.limits.datasets) {
    return reading.refuse(
      pointer,
      `There are ${value.length} ${side}s; at most ${reading.limits.datasets} are taken.`,
      'Split the job, or leave datasets out.',
      value,
    );
  }
  if (value.length === 0) return [];
  return nonEmpty(
    value.map((item, index) =>
      readDataset(item, pointerTo(pointer, index), side, producer, reading),
    ),
  );
}

/** A list of which nothing can be read says nothing, least of all "none". */
function nonEmpty(list: (object | undefined)[]): object[] | undefined {
  const good = list.filter(item => item !== undefined);
  return good.length > 0 ? good : undefined;
}

/** One dataset with its facets; fields that nobody knows stay. */
export function readDataset(
  value: unknown,
  pointer: string,
  side: 'input' | 'output' | undefined,
  producer: string,
  reading: Reading,
  say = (...said: Parameters<Reading['warn']>) =>
    reading.warn(
      said[0],
      `${said[1]} The dataset is left out.`,
      said[2],
      said[3],
    ),
): object | undefined {
  const name = readName(value, pointer, say, reading);
  if (!name || !isObject(value)) return undefined;
  const of = (holder: FacetHolder, key: string) => {
    const facets = readFacets(
      value[key],
      holder,
      pointerTo(pointer, key),
      producer,
      reading,
    );
    return facets && { [key]: facets };
  };
  const { facets, inputFacets, outputFacets, ...rest } = value;
  return {
    ...rest,
    ...name,
    ...of('dataset', 'facets'),
    ...(side && of(side, `${side}Facets`)),
  };
}
