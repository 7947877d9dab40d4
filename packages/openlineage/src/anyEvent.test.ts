import fc from 'fast-check';
import { runEvent } from './__testUtils__/events';
import { lineageOfEvent } from './lineage/lineageOfEvent';
import { datasetNameOf } from './naming/datasetNameOf';
import { namingRules } from './naming/namingRules';
import { normalisedName } from './naming/normalisedName';
import { readEvent } from './read/readEvent';
import { validateEvent } from './validate/validateEvent';

/** Every place of a value, as keys from its root. */
function placesOf(value: unknown, at: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [at];
  return [
    at,
    ...Object.entries(value).flatMap(([key, inner]) =>
      placesOf(inner, [...at, key]),
    ),
  ];
}

const PLACES = placesOf(runEvent()).filter(place => place.length > 0);

/** A valid event in which some places hold anything. */
const damaged = fc
  .array(fc.tuple(fc.constantFrom(...PLACES), fc.jsonValue({ maxDepth: 3 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map(changes => {
    const event = runEvent();
    for (const [place, value] of changes) {
      let at: any = event;
      for (const key of place.slice(0, -1)) at = at?.[key];
      if (typeof at === 'object' && at !== null) at[place.at(-1)!] = value;
    }
    return event;
  });

const anything = fc.oneof(
  damaged,
  fc.jsonValue(),
  fc.object({
    key: fc.constantFrom(
      'run',
      'job',
      'dataset',
      'inputs',
      'outputs',
      'facets',
      'namespace',
      'name',
      'fields',
      'eventTime',
    ),
  }),
);
const text = fc.string({ unit: 'binary', maxLength: 12 });
const named = fc.record({ namespace: text, name: text });

describe('any event', () => {
  it('is judged, read and walked without throwing', () => {
    fc.assert(
      fc.property(anything, value => {
        validateEvent(value);
        const { event } = readEvent(value);
        expect(event ? lineageOfEvent(event).kind : 'refused').toBeTruthy();
      }),
      { numRuns: 500 },
    );
  });

  it('is read the same when it is read again', () => {
    fc.assert(
      fc.property(damaged, value => {
        const { event } = readEvent(value);
        if (!event) return;
        const again = readEvent(event);
        expect(again.event).toEqual(event);
      }),
      { numRuns: 500 },
    );
  });

  it('has the same lineage whatever the order of its lists', () => {
    const dataset = fc.record({
      namespace: fc.constantFrom('', 'n', 'kafka://b'),
      name: fc.constantFrom('a', 'b', 'c'),
    });
    const field = fc.record({
      namespace: fc.constant('n'),
      name: fc.constantFrom('a', 'b'),
      field: fc.constantFrom('x', 'y'),
      transformations: fc.array(
        fc.record({
          type: fc.constantFrom('DIRECT', 'INDIRECT'),
          subtype: fc.constantFrom('FILTER', 'IDENTITY'),
        }),
        { maxLength: 2 },
      ),
    });
    const output = fc.record({
      namespace: fc.constant('n'),
      name: fc.constantFrom('t', 'u'),
      facets: fc.record({
        columnLineage: fc.record({
          fields: fc.dictionary(
            fc.constantFrom('p', 'q'),
            fc.record({ inputFields: fc.array(field, { maxLength: 3 }) }),
          ),
        }),
      }),
    });
    const lists = fc.record({
      inputs: fc.array(dataset, { maxLength: 4 }),
      outputs: fc.uniqueArray(output, {
        maxLength: 2,
        selector: one => one.name,
      }),
    });
    fc.assert(
      fc.property(lists, ({ inputs, outputs }) => {
        const straight = lineageOfEvent({ ...runEvent(), inputs, outputs });
        const turned = lineageOfEvent({
          ...runEvent(),
          inputs: [...inputs].reverse(),
          outputs: [...outputs].reverse().map(one => ({
            ...one,
            facets: {
              columnLineage: {
                fields: Object.fromEntries(
                  Object.entries(one.facets.columnLineage.fields)
                    .reverse()
                    .map(([key, { inputFields }]) => [
                      key,
                      { inputFields: [...inputFields].reverse() },
                    ]),
                ),
              },
            },
          })) as never,
        });
        expect(turned).toEqual(straight);
      }),
      { numRuns: 300 },
    );
  });
});

describe('any name', () => {
  it('is normalised once and for all', () => {
    const namespaces = fc
      .tuple(fc.constantFrom(...Object.keys(namingRules), 'x'), text)
      .map(([scheme, rest]) => ({
        namespace: `${scheme}://${rest}`,
        name: rest,
      }));
    fc.assert(
      fc.property(fc.oneof(named, namespaces), name => {
        const once = normalisedName(name);
        expect(normalisedName(once)).toEqual(once);
      }),
      { numRuns: 1000 },
    );
  });

  it('is made of any address', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(namingRules), 'S3A', '__proto__', ''),
        fc.option(text, { nil: undefined }),
        fc.array(text, { maxLength: 4 }),
        (system, authority, path) => {
          const { namespace, name } = datasetNameOf({
            system,
            authority,
            path,
          });
          expect(typeof namespace).toBe('string');
          expect(typeof name).toBe('string');
        },
      ),
      { numRuns: 500 },
    );
  });
});
