import { isObject } from '../validate/checkSchema';
import type { JsonObject } from '../validate/checkSchema';
import { pointerTo } from '../validate/EventProblem';
import { jsonSize } from './jsonSize';
import type { Reading } from './Reading';

/** The event without facets that are larger than the limit; each is told. */
export function withoutLargeFacets(
  event: JsonObject,
  reading: Reading,
): JsonObject {
  const trimmed: JsonObject = { ...event };
  for (const key of ['run', 'job', 'dataset']) {
    if (isObject(event[key]))
      trimmed[key] = trimHolder(event[key], `/${key}`, reading);
  }
  for (const key of ['inputs', 'outputs']) {
    const list = event[key];
    if (Array.isArray(list)) {
      trimmed[key] = list.map((item, index) =>
        isObject(item) ? trimHolder(item, `/${key}/${index}`, reading) : item,
      );
    }
  }
  return trimmed;
}

function trimHolder(
  holder: JsonObject,
  pointer: string,
  reading: Reading,
): JsonObject {
  const { facetBytes } = reading.limits;
  const trimmed: JsonObject = { ...holder };
  for (const key of ['facets', 'inputFacets', 'outputFacets']) {
    const facets = holder[key];
    if (!isObject(facets)) continue;
    const kept = Object.entries(facets).filter(([name, facet]) => {
      const size = jsonSize(facet, { bytes: facetBytes, depth: Infinity });
      if (size.bytes <= facetBytes) return true;
      reading.warn(
        pointerTo(pointerTo(pointer, key), name),
        `The facet is larger than ${facetBytes} bytes. It is left out.`,
        'Send less in it.',
      );
      return false;
    });
    trimmed[key] = Object.fromEntries(kept);
  }
  return trimmed;
}
