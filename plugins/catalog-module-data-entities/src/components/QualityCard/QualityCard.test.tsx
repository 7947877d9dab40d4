import { screen } from '@testing-library/react';
import { goodEntity } from '../../__testUtils__/goodEntity';
import { renderCard, rowTexts } from '../../__testUtils__/renderCard';
import { QualityCard } from './QualityCard';

describe('QualityCard', () => {
  it('shows each check with what its result must be, and the promises', async () => {
    const { container } = await renderCard(
      <QualityCard />,
      goodEntity('quality'),
    );
    expect(await screen.findByText('email-known')).toBeVisible();
    expect(rowTexts(container)).toEqual([
      ['email-known', 'nullValues(customer_email)', '= 0', 'error', 'yes'],
      [
        'few-unknown',
        'missingValues(customer_email)',
        '≤ 0.5 %',
        'error',
        'no',
      ],
      ['known-state', 'invalidValues(state)', '= 0', 'error', 'no'],
      ['email-form', 'invalidValues(customer_email)', '= 0', 'error', 'no'],
      ['one-row', 'duplicateValues(id, state)', '= 0', 'error', 'no'],
      ['volume', 'rowCount', 'between 100 and 100000', 'error', 'no'],
      ['fresh', 'freshness(created_at)', '< 4 hours', 'error', 'no'],
      ['columns', 'schemaMatch', 'like the declared columns', 'error', 'no'],
      [
        'negative',
        // The placeholder is ODCS's own.
        // eslint-disable-next-line no-template-curly-in-string
        'SELECT COUNT(*) FROM ${table} WHERE amount < 0',
        '= 0',
        'error',
        'no',
      ],
      [
        'words',
        'Amounts are in the currency of the shop.',
        'judged by people',
        'error',
        'no',
      ],
      ['soda', 'soda', 'as soda says', 'error', 'no'],
      ['latency', '4 h', 'created_at'],
    ]);
  });

  it('shows what a standard applies to', async () => {
    await renderCard(<QualityCard />, goodEntity('quality-standard'));
    expect(
      await screen.findByText(
        'kinds: table; tags: pii; columnPattern: (^|_)email$; dataElement: customer-email',
      ),
    ).toBeVisible();
  });
});
