import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderLineage } from '../../__testUtils__/renderLineage';
import { bigGraph, FakeDataLineageApi, SHOP } from '../../testing';

const view = (parameters: Record<string, string>) =>
  `/lineage?${new URLSearchParams(parameters)}`;
const box = (name: string | RegExp) => screen.findByRole('group', { name });

describe('the explorer', () => {
  it('offers where to begin, and begins there', async () => {
    renderLineage('/lineage');
    await userEvent.click(
      await screen.findByRole('button', { name: /Enrich orders/ }),
    );
    await box(/^Job, Enrich orders/);
    expect(await box(/^Dataset, orders_enriched/)).toBeTruthy();
  });

  it('finds columns', async () => {
    renderLineage('/lineage');
    const search = await screen.findByPlaceholderText('Dataset, column or job');
    await userEvent.type(search, 'amount_eur');
    await userEvent.click(
      (
        await screen.findAllByRole('option', { name: /amount_eur/ })
      )[0],
    );
    expect(await screen.findByText('Path of amount_eur')).toBeTruthy();
  });

  it('shows the path between two nodes', async () => {
    renderLineage(view({ node: SHOP.orders.id, to: SHOP.reportTable.id }));
    await box(/^Dataset, monthly_report/);
    await box(/^Job, Orders CDC/);
    expect(
      screen.queryByRole('group', { name: /^Dataset, customers/ }),
    ).toBeNull();
    expect(screen.getByText('to finance.monthly_report')).toBeTruthy();
  });

  it('says when there is no path', async () => {
    renderLineage(view({ node: SHOP.reportTable.id, to: SHOP.orders.id }));
    expect(await screen.findByText('There is no path.')).toBeTruthy();
  });

  it('compares two times', async () => {
    renderLineage(
      view({
        node: SHOP.enriched.id,
        depth: '10',
        since: '2026-11-10T00:00:00.000Z',
      }),
    );
    const added = await box(/^Job, Load orders/);
    expect(within(added).getByText('Added')).toBeTruthy();
    expect(screen.getAllByText('Removed')).not.toHaveLength(0);
  });

  it('shows two times side by side', async () => {
    renderLineage(
      view({
        node: SHOP.enriched.id,
        since: '2026-11-10T00:00:00.000Z',
        compare: 'side',
      }),
    );
    expect(
      await screen.findAllByRole('group', { name: /^Lineage at/ }),
    ).toHaveLength(2);
    expect(
      screen.getAllByRole('group', { name: /^Job, Load orders/ }),
    ).toHaveLength(1);
    expect(
      screen.getAllByRole('group', { name: /^Job, Enrich orders/ }),
    ).toHaveLength(2);
  });

  it('goes back in time', async () => {
    renderLineage(
      view({ node: SHOP.enriched.id, at: '2026-11-10T00:00:00.000Z' }),
    );
    await box(/^Job, Enrich orders/);
    expect(
      screen.queryByRole('group', { name: /^Job, Load orders/ }),
    ).toBeNull();
  });

  it('closes groups into boxes and opens them', async () => {
    renderLineage(
      view({ node: SHOP.enriched.id, depth: '10', group: 'system' }),
    );
    fireEvent.click(
      await screen.findByRole('button', { name: 'Open the group analytics' }),
    );
    await box(/^Job, Load orders/);
    expect(
      await screen.findByRole('button', { name: 'Close the group analytics' }),
    ).toBeTruthy();
  });

  it('leaves out jobs and joins datasets', async () => {
    renderLineage(
      view({ node: SHOP.enriched.id, type: 'dataset', depth: '10' }),
    );
    await box(/^Dataset, revenue_by_country/);
    expect(screen.queryByRole('group', { name: /^Job,/ })).toBeNull();
  });

  it('says that an answer is a part, and offers more', async () => {
    const api = new FakeDataLineageApi(bigGraph(800));
    renderLineage(view({ node: api.graph.nodes[0].id, depth: '40' }), { api });
    await screen.findByText(
      'This is a part: only the nearest 500 nodes are shown.',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Show up to 10,000' }),
    );
    await waitFor(() => expect(api.asked.at(-1)?.limit).toBe(10_000));
  });

  it('says when there is nothing at all', async () => {
    const api = new FakeDataLineageApi({ nodes: [], edges: [], links: [] });
    renderLineage('/lineage', { api });
    expect(await screen.findByText('There is no lineage yet.')).toBeTruthy();
  });
});
