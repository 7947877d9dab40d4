import { planStages } from './planStages';

const ids = (plan: Parameters<typeof planStages>[0]) =>
  planStages(plan).map(stage => stage.map(node => node.id));

describe('planStages', () => {
  it('puts a node after everything that feeds it', () => {
    const nodes = ['sink', 'join', 'a', 'b'].map(id => ({ id, name: id }));
    const edges = [
      { from: 'a', to: 'join' },
      { from: 'b', to: 'join' },
      { from: 'join', to: 'sink' },
      { from: 'a', to: 'sink' },
      { from: 'gone', to: 'a' },
    ];
    expect(ids({ nodes, edges })).toEqual([['a', 'b'], ['join'], ['sink']]);
  });

  it('ends for a circle and for nothing', () => {
    const nodes = ['a', 'b'].map(id => ({ id, name: id }));
    const edges = [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'a' },
    ];
    expect(ids({ nodes, edges }).flat().sort()).toEqual(['a', 'b']);
    expect(ids({ nodes: [], edges: [] })).toEqual([]);
  });
});
