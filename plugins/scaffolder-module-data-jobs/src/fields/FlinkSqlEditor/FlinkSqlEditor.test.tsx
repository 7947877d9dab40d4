import { screen } from '@testing-library/react';
import { renderField } from '../../__testUtils__/renderField';
import { FlinkSqlEditor } from './FlinkSqlEditor';

const status = () => screen.findByRole('status');

describe('FlinkSqlEditor', () => {
  it('is named for screen readers and counts the statements', async () => {
    await renderField(FlinkSqlEditor, {
      title: 'Script',
      value:
        "CREATE TABLE a (x INT) WITH ('connector'='print');\nINSERT INTO a VALUES (1);",
    });
    expect(
      await screen.findByRole('textbox', { name: 'Script' }),
    ).toHaveTextContent('CREATE TABLE a');
    expect(await status()).toHaveTextContent('Statements: 2.');
  });

  it('says where a quote is missing', async () => {
    await renderField(FlinkSqlEditor, { value: "SELECT 1;\nSELECT 'a" });
    expect(await status()).toHaveTextContent(
      'Line 2, column 8: This string has no end.',
    );
  });

  it('marks what Flink would not understand, without forbidding it', async () => {
    await renderField(FlinkSqlEditor, {
      value: 'INSERT INTO a\nSELECT b c d FROM e;',
    });
    expect(
      await screen.findByText(/^Not understood: 1 .*Line 2, column 12/),
    ).toBeInTheDocument();
  });

  it('shows the lineage of what is written, where there is lineage', async () => {
    await renderField(FlinkSqlEditor, {
      value: 'INSERT INTO a SELECT 1',
      hasLineage: true,
    });
    expect(
      await screen.findByText(/^Lineage of .*INSERT INTO a SELECT 1/),
    ).toBeInTheDocument();
  });

  it('is silent while it is empty', async () => {
    await renderField(FlinkSqlEditor, {});
    expect(await status()).toBeEmptyDOMElement();
  });
});
