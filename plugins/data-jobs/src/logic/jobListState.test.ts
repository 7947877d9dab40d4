import {
  formatJobListState,
  isFiltered,
  parseJobListState,
  toJobQuery,
} from './jobListState';

const parse = (search: string) =>
  parseJobListState(new URLSearchParams(search));

describe('jobListState', () => {
  it('begins with everything, by name', () => {
    expect(toJobQuery(parse(''))).toEqual({
      sort: 'name',
      order: 'asc',
      limit: 20,
      offset: 0,
    });
    expect(isFiltered(parse('sort=owner&offset=20'))).toBe(false);
  });

  it.each([
    '',
    'q=orders',
    'owner=group%3Adefault%2Fa&owner=group%3Adefault%2Fb&type=flink-sql&engine=e&environment=staging&desired=running&observed=failed&health=degraded&sort=lastChange&order=desc&offset=40&size=50',
  ])('survives the way into an address and back: %s', search => {
    expect(formatJobListState(parse(search)).toString()).toBe(search);
  });

  it('ignores what it does not understand', () => {
    expect(
      parse('observed=broken&health=&sort=price&order=up&offset=-3&size=7'),
    ).toEqual(parse(''));
  });
});
