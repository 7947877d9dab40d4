import {
  DEFAULT_VIEW,
  formatViewState,
  parseViewState,
  toggled,
  ViewState,
} from './viewState';

const FULL: ViewState = {
  roots: ['dataset:kafka%3A%2F%2Fb:orders', 'job:flink:a%20b'],
  direction: 'upstream',
  depth: 7,
  level: 'column',
  origins: ['declared', 'observed'],
  type: 'job',
  owner: 'group:default/shop',
  system: 'system:default/shop',
  grouping: 'owner',
  asOf: '2026-11-20T10:00:00.000Z',
  since: '2026-11-10T10:00:00.000Z',
  compare: 'side',
  pathTo: 'job:flink:c',
  show: 'table',
  open: ['group:group:default/shop', 'dataset:a:ü€😀'],
  up: ['dataset:a:b'],
  down: ['job:a:b', 'job:a:c'],
  selected: 'dataset:a:b|job:a:c',
  column: { node: 'dataset:a:b', column: 'x & y=z' },
  limit: 10_000,
};

const through = (state: ViewState) =>
  parseViewState(new URLSearchParams(formatViewState(state).toString()));

describe('the view in the address', () => {
  it('comes back whole', () => {
    expect(through(FULL)).toEqual(FULL);
    expect(through(DEFAULT_VIEW)).toEqual(DEFAULT_VIEW);
  });

  it('is not written where it is as always', () => {
    expect(formatViewState(DEFAULT_VIEW).toString()).toBe('');
  });

  it('leaves the parameters of others alone', () => {
    const others = new URLSearchParams('theirs=1&depth=9');
    expect(formatViewState(DEFAULT_VIEW, others).toString()).toBe('theirs=1');
  });

  it('takes the default for what makes no sense', () => {
    const odd = new URLSearchParams(
      'direction=sideways&depth=-3&level=row&origin=guessed&group=x&at=someday&show=film&column=c&limit=many',
    );
    expect(parseViewState(odd)).toEqual(DEFAULT_VIEW);
    expect(parseViewState(new URLSearchParams('depth=4000')).depth).toBe(40);
  });

  it('adds to a list and takes out of it', () => {
    expect(toggled(['a'], 'b')).toEqual(['a', 'b']);
    expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
  });
});
