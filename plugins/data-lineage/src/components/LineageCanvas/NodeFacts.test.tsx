import { screen } from '@testing-library/react';
import { renderOnEntity } from '../../__testUtils__/renderLineage';
import { SHOP, TIMES } from '../../testing/shopGraph';
import { NodeFacts } from './NodeFacts';

describe('NodeFacts', () => {
  it('says that a dataset was dropped rather than when it was written', async () => {
    renderOnEntity(
      <NodeFacts
        node={{
          ...SHOP.customers,
          lastWrittenAt: TIMES.last,
          droppedAt: TIMES.last,
        }}
      />,
    );
    expect((await screen.findByText(/^dropped/)).tagName).toBe('STRONG');
    expect(screen.queryByText(/written/)).toBeNull();
  });

  it('does not say so where nobody does', async () => {
    renderOnEntity(
      <NodeFacts node={{ ...SHOP.customers, lastWrittenAt: TIMES.last }} />,
    );
    await screen.findByText(/^written/);
    expect(screen.queryByText(/dropped/)).toBeNull();
  });
});
