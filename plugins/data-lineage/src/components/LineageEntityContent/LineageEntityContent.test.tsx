import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOnEntity } from '../../__testUtils__/renderLineage';
import { FakeDataLineageApi, SHOP } from '../../testing';
import { LineageEntityContent } from './LineageEntityContent';

const box = (name: string | RegExp) => screen.findByRole('group', { name });
const address = () =>
  new URL(`http://x${screen.getByTestId('location').textContent}`).searchParams;

describe('the tab Lineage', () => {
  it('shows what feeds the entity and what it feeds, with what is known of it', async () => {
    renderOnEntity(<LineageEntityContent />);
    const job = await box(/^Job, Enrich orders, FLINK/);
    expect(job.textContent).toContain('analytics');
    expect(job.textContent).toContain('running');
    const topic = await box(/^Dataset, orders, kafka/);
    expect(topic.textContent).toMatch(/written .*/);
    expect(await screen.findByText('2 hidden jobs')).toBeTruthy();
    expect(
      screen.getByText('2 datasets and jobs here are not visible to you.'),
    ).toBeTruthy();
  });

  it('asks for one more step, and says how many there are', async () => {
    const api = renderOnEntity(<LineageEntityContent />, { path: '/?depth=1' });
    fireEvent.click(
      await screen.findByRole('button', {
        name: 'Show 1 more upstream of orders',
      }),
    );
    await box(/^Job, Orders CDC/);
    expect(address().getAll('up')).toEqual([SHOP.ordersTopic.id]);
    expect(api.asked).toContainEqual(
      expect.objectContaining({
        nodes: [SHOP.ordersTopic.id],
        direction: 'upstream',
        depth: 1,
      }),
    );
  });

  it('lights up the path of a column, with the SQL of each hop', async () => {
    renderOnEntity(<LineageEntityContent />, { path: '/?depth=10' });
    fireEvent.click(
      await screen.findByRole('button', {
        name: 'Show the columns of orders_enriched',
      }),
    );
    const columns = await screen.findByRole('list', {
      name: 'Columns of orders_enriched',
    });
    fireEvent.click(
      within(columns).getByRole('button', { name: /amount_eur/ }),
    );
    const facts = await screen.findByRole('complementary', { name: 'Facts' });
    await within(facts).findByText('CAST(o.amount * r.rate AS DECIMAL(10, 2))');
    expect(within(facts).getByText('line 5, column 3')).toBeTruthy();
    expect(within(facts).getAllByText('Aggregated')).not.toHaveLength(0);
    expect(within(facts).getAllByText('Joined by')).not.toHaveLength(0);
    expect(address().get('column')).toBe('amount_eur');
    const lit = screen
      .getAllByRole('button', { name: /amount/ })
      .filter(button => button.dataset.lit === 'true');
    expect(lit.length).toBeGreaterThan(2);
  });

  it('goes along the edges by keyboard, and Enter shows the facts', async () => {
    renderOnEntity(<LineageEntityContent />);
    const start = await box(/^Job, Enrich orders/);
    start.focus();
    fireEvent.keyDown(start, { key: 'ArrowRight' });
    const next = await box(/^Dataset, orders_enriched/);
    await screen.findByRole('group', { name: /^Dataset, orders_enriched/ });
    expect(next.tabIndex).toBe(0);
    fireEvent.keyDown(next, { key: 'Enter' });
    const facts = await screen.findByRole('complementary', { name: 'Facts' });
    expect(within(facts).getByText(/kafka:\/\/broker:9092/)).toBeTruthy();
    expect(address().get('selected')).toBe(SHOP.enriched.id);
  });

  it('shows the same facts as tables', async () => {
    renderOnEntity(<LineageEntityContent />, { path: '/?show=table&depth=10' });
    const table = await screen.findByRole('grid');
    expect(within(table).getByText('Revenue by country')).toBeTruthy();
    expect(screen.getByText('Nodes (12)')).toBeTruthy();
    await userEvent.click(screen.getByText('Edges (14)'));
    expect(await screen.findAllByText('Observed')).not.toHaveLength(0);
    expect(screen.queryByText(/secret/)).toBeNull();
  });

  it('says when nothing is known', async () => {
    const api = new FakeDataLineageApi({ nodes: [], edges: [], links: [] });
    renderOnEntity(<LineageEntityContent />, { api });
    expect(
      await screen.findByText(
        'Nothing is known of the lineage of this entity.',
      ),
    ).toBeTruthy();
  });

  it('says what went wrong, and tries again', async () => {
    const api = new FakeDataLineageApi();
    api.failure = Object.assign(new Error('The store is down'), {
      statusCode: 400,
    });
    renderOnEntity(<LineageEntityContent />, { api });
    await screen.findByText('The store is down');
    api.failure = undefined;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await box(/^Job, Enrich orders/)).toBeTruthy();
  });
});
