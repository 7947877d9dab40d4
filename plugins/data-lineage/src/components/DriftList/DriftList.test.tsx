import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  renderLineage,
  renderOnEntity,
} from '../../__testUtils__/renderLineage';
import { FakeDataLineageApi } from '../../testing';
import { SHOP } from '../../testing/shopGraph';
import { DriftCard } from './DriftCard';

describe('drift', () => {
  it('lists every kind, and gives the entity that would declare it', async () => {
    renderLineage('/lineage/drift');
    const table = await screen.findByRole('table', { name: 'Drift' });
    expect(within(table).getAllByRole('row')).toHaveLength(5);
    const row = within(table).getByRole('row', {
      name: /Observed, not declared/,
    });
    await userEvent.click(
      within(row).getByRole('button', { name: 'Accept into the catalog' }),
    );
    const dialog = await screen.findByRole('dialog');
    await within(dialog).findByText(/kind: Lineage/);
    expect(within(dialog).getByRole('button', { name: 'Copy' })).toBeTruthy();
  });

  it('does not offer to declare what is declared', async () => {
    renderLineage('/lineage/drift?kind=declared-not-observed');
    const table = await screen.findByRole('table', { name: 'Drift' });
    expect(within(table).getAllByRole('row')).toHaveLength(2);
    expect(within(table).queryByRole('button')).toBeNull();
  });

  it('is a card of an entity', async () => {
    renderOnEntity(<DriftCard />);
    await screen.findByText('Inferred, not observed');
    expect(screen.queryByText('Observed, not inferred')).toBeNull();
  });

  it('says when all agree', async () => {
    const api = new FakeDataLineageApi();
    api.drift = [];
    renderOnEntity(<DriftCard />, { api });
    expect(
      await screen.findByText('Declared, inferred and observed lineage agree.'),
    ).toBeTruthy();
  });

  it('names jobs that are not compared, and says why', async () => {
    const api = new FakeDataLineageApi();
    api.drift = [];
    api.notCompared = [{ job: SHOP.load, reason: 'engine-does-not-report' }];
    renderOnEntity(<DriftCard />, { api });
    await screen.findByText('1 job that runs is not compared');
    expect(
      screen.getByText(/The engine does not report what it reads and writes/),
    ).toBeTruthy();
    expect(screen.getByText(SHOP.load.title)).toBeTruthy();
  });

  it('names lookups, which no run shows', async () => {
    const api = new FakeDataLineageApi();
    api.drift = [];
    api.notCompared = [
      {
        job: SHOP.enrich,
        dataset: SHOP.customers,
        reason: 'lookup-not-reported',
      },
    ];
    renderOnEntity(<DriftCard />, { api });
    const summary = await screen.findByText('1 lookup is not compared');
    expect(summary.parentElement!.querySelector('li')!.textContent).toBe(
      `${SHOP.customers.title} → ${SHOP.enrich.title}`,
    );
  });
});
