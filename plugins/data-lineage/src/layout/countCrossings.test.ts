import fc from 'fast-check';
import { countCrossings } from './countCrossings';
import { adjacency } from './IndexedGraph';

describe('countCrossings', () => {
  it('agrees with comparing all pairs', () => {
    const joints = fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 20 });
    fc.assert(
      fc.property(joints, pairs => {
        // Nodes 0 to 5 lie in one layer, 6 to 11 in the next.
        const down = adjacency(
          12,
          pairs.map(([a]) => a),
          pairs.map(([, b]) => 6 + b),
        );
        const place = Int32Array.from({ length: 12 }, (_, i) => i % 6);
        const layer = Int32Array.from([0, 1, 2, 3, 4, 5]);
        const crossing = pairs.flatMap((p, i) =>
          pairs.slice(i + 1).filter(q => (p[0] - q[0]) * (p[1] - q[1]) < 0),
        );
        expect(countCrossings(layer, 6, down, place)).toBe(crossing.length);
      }),
    );
  });
});
