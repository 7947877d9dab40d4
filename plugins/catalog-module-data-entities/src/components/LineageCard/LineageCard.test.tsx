import { screen } from '@testing-library/react';
import { goodEntity } from '../../__testUtils__/goodEntity';
import { renderCard, rowTexts } from '../../__testUtils__/renderCard';
import { LineageCard } from './LineageCard';

describe('LineageCard', () => {
  it('shows who says it and what flows where, down to columns', async () => {
    const { container } = await renderCard(
      <LineageCard />,
      goodEntity('lineage'),
    );
    expect(await screen.findByText('verified')).toBeVisible();
    expect(screen.getByText('100 %')).toBeVisible();
    expect(
      screen.getByText('from 2026-01-01 until 2027-01-01T00:00:00Z'),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: /clicks/ })).toHaveAttribute(
      'href',
      '/catalog/default/datajob/clicks',
    );
    expect(rowTexts(container)).toEqual([
      ['orders-report', 'whole dataset', 'orders', '', 'INDIRECT FILTER'],
      ['orders-report', 'whole dataset', 'this job', '', ''],
      ['orders-report', 'whole dataset', 'shop-to-doris', '', ''],
      [
        'orders-report',
        'total',
        'orders',
        'amount',
        'DIRECT AGGREGATION: SUM(amount)',
      ],
      ['orders-report', 'rate', 'rateskafka://kafka-1:9092', 'rate', ''],
      [
        '/data/export.csvfile',
        'whole dataset',
        'nothing: it is a source',
        '',
        '',
      ],
    ]);
  });
});
