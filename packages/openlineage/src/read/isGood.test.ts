import fc from 'fast-check';
import { definitionOf } from '../schema/Schema';
import { isGood } from './isGood';
import { keepGood } from './keepGood';
import { Reading } from './Reading';
import { DEFAULT_LIMITS } from './ReadLimits';

const NAMES = [
  'ColumnLineageDatasetFacet',
  'SchemaDatasetFacet',
  'LineageJobFacet',
  'LifecycleStateChangeDatasetFacet',
  'JobTypeJobFacet',
];
const KEYS = [
  'fields',
  'inputFields',
  'name',
  'namespace',
  'field',
  'type',
  'entries',
  'inputs',
  'lifecycleStateChange',
  'x',
];
const value = fc.letrec(tie => ({
  any: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom(null, 5, true, 'a', 'CREATE', 'create', 'DATASET'),
    fc.array(tie('any'), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie('any'), { maxKeys: 5 }),
  ),
})).any;

describe('isGood', () => {
  it('is true only where keepGood changes nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), value, (name, facet) => {
        const schema = definitionOf(name);
        if (!isGood(facet, schema)) return;
        const reading = new Reading(DEFAULT_LIMITS);
        expect(keepGood(facet, schema, '', reading)).toEqual(facet);
        expect(reading.warnings).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('is true for good facets and false for others', () => {
    const schema = definitionOf('SchemaDatasetFacet');
    expect(
      isGood(
        { fields: [{ name: 'a', fields: [{ name: 'b' }] }], x: 1 },
        schema,
      ),
    ).toBe(true);
    expect(
      isGood({ fields: [{ name: 'a', fields: [{ name: 5 }] }] }, schema),
    ).toBe(false);
    expect(isGood({ fields: null }, schema)).toBe(false);
  });
});
