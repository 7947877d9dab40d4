import { screen, within } from '@testing-library/react';
import { renderPart } from '../../__testUtils__/renderDataJobs';
import { TimeSeriesChart } from './TimeSeriesChart';

// jsdom has none; the library asks for it before it asks for the language.
window.matchMedia ??= () =>
  ({
    addEventListener() {},
    removeEventListener() {},
    addListener() {},
    removeListener() {},
  } as never);

const loadLibrary = () => jest.requireActual('uplot');

describe('TimeSeriesChart', () => {
  afterEach(() => jest.restoreAllMocks());

  it('shows a table where the library does not take the language of the browser', async () => {
    const language = jest.spyOn(window.navigator, 'language', 'get');
    language.mockReturnValue('en-US@posix');
    expect(loadLibrary).toThrow('Incorrect locale information provided');
    // React tells of what the boundary caught.
    jest.spyOn(console, 'error').mockImplementation(() => {});

    await renderPart(
      <TimeSeriesChart
        title="Records per second"
        times={[0, 30_000, 60_000]}
        lines={[{ name: 'read', values: [5, null, 9] }]}
        marks={[]}
        format={value => `${value} records/s`}
      />,
    );
    const table = await screen.findByRole('table', {
      name: 'Records per second',
    });
    const rows = within(table).getAllByRole('row');
    expect(rows.map(row => row.lastElementChild?.textContent)).toEqual([
      'read',
      '9 records/s',
      'not measured',
      '5 records/s',
    ]);

    language.mockReturnValue('en-US');
    expect(loadLibrary).not.toThrow();
  });
});
