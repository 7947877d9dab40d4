import {
  DESIRED_STATES,
  HEALTH_STATES,
  JOB_SORT_KEYS,
  JobQuery,
  JobSortKey,
  OBSERVED_STATES,
} from '@datalark/backstage-plugin-data-jobs-common';

/** The filters of the list that take several values. */
export const LIST_FILTERS = [
  'owner',
  'system',
  'type',
  'engine',
  'environment',
  'desired',
  'observed',
  'health',
] as const;

/** One of {@link LIST_FILTERS}. */
export type ListFilter = (typeof LIST_FILTERS)[number];

/** Columns of the list that can be chosen, in their order. */
export const LIST_COLUMNS = [
  'owner',
  'system',
  'type',
  'engine',
  'environment',
  'desired',
  'observed',
  'health',
  'restorePoint',
  'lastChange',
] as const;

/** One of {@link LIST_COLUMNS}. */
export type ListColumn = (typeof LIST_COLUMNS)[number];

const ON_DEMAND: readonly ListColumn[] = ['system', 'type', 'environment'];

/** What is shown until somebody chooses; the environment only where there are several. */
export const DEFAULT_COLUMNS: readonly ListColumn[] = LIST_COLUMNS.filter(
  one => !ON_DEMAND.includes(one),
);

/** Page sizes on offer. */
export const PAGE_SIZES = [10, 20, 50, 100];

/** Everything about the list that its address holds. */
export type JobListState = {
  text: string;
  /** Only jobs of the viewer. */
  mine: boolean;
  filters: Record<ListFilter, string[]>;
  sort: JobSortKey;
  order: 'asc' | 'desc';
  offset: number;
  pageSize: number;
  /** Absent: as the viewer's settings say. */
  columns?: ListColumn[];
  /** The bulk request that is being watched. */
  bulk?: string;
};

const KNOWN_VALUES: Partial<Record<ListFilter, readonly string[]>> = {
  desired: DESIRED_STATES,
  observed: OBSERVED_STATES,
  health: HEALTH_STATES,
};

/** Reads an address; what it does not understand counts as not said. */
export function parseJobListState(params: URLSearchParams): JobListState {
  const filters = Object.fromEntries(
    LIST_FILTERS.map(name => {
      const known = KNOWN_VALUES[name];
      const values = [...new Set(params.getAll(name))].filter(
        value => value !== '' && (!known || known.includes(value)),
      );
      return [name, values];
    }),
  ) as JobListState['filters'];
  const sort = params.get('sort') as JobSortKey;
  const columns = parseColumns(params.get('columns'));
  const bulk = params.get('bulk');
  const pageSize = Number(params.get('size'));
  return {
    text: params.get('q') ?? '',
    mine: params.get('mine') === 'true',
    filters,
    sort: JOB_SORT_KEYS.includes(sort) ? sort : 'name',
    order: params.get('order') === 'desc' ? 'desc' : 'asc',
    offset: wholeNumber(params.get('offset')),
    pageSize: PAGE_SIZES.includes(pageSize) ? pageSize : 20,
    ...(columns && { columns }),
    ...(bulk && { bulk }),
  };
}

/** Reads `name,owner,…`; absent when it names no known column. */
export function parseColumns(text: unknown): ListColumn[] | undefined {
  if (typeof text !== 'string') return undefined;
  const named = text.split(',');
  const columns = LIST_COLUMNS.filter(column => named.includes(column));
  return columns.length ? columns : undefined;
}

/** What makes a view: filters, sort and columns; not the page, nor a bulk request. */
export function viewSearch(state: JobListState): string {
  return formatJobListState({
    ...state,
    offset: 0,
    bulk: undefined,
  }).toString();
}

/** Writes an address that holds only what differs from the defaults. */
export function formatJobListState(state: JobListState): URLSearchParams {
  const params = new URLSearchParams();
  if (state.text) params.set('q', state.text);
  if (state.mine) params.set('mine', 'true');
  for (const name of LIST_FILTERS) {
    for (const value of state.filters[name]) params.append(name, value);
  }
  if (state.sort !== 'name') params.set('sort', state.sort);
  if (state.order !== 'asc') params.set('order', state.order);
  if (state.offset > 0) params.set('offset', String(state.offset));
  if (state.pageSize !== 20) params.set('size', String(state.pageSize));
  if (state.columns) params.set('columns', state.columns.join(','));
  if (state.bulk) params.set('bulk', state.bulk);
  return params;
}

/** What to ask the back end for. */
export function toJobQuery(state: JobListState): JobQuery {
  const filters = Object.fromEntries(
    LIST_FILTERS.filter(name => state.filters[name].length > 0).map(name => [
      name,
      state.filters[name],
    ]),
  );
  return {
    ...(state.text.trim() && { text: state.text.trim() }),
    ...(state.mine && { mine: true }),
    ...filters,
    sort: state.sort,
    order: state.order,
    limit: state.pageSize,
    offset: state.offset,
  };
}

/** The state without filters. Columns and sort stay. */
export function clearedFilters(): Pick<
  JobListState,
  'text' | 'mine' | 'filters'
> {
  const { text, mine, filters } = parseJobListState(new URLSearchParams());
  return { text, mine, filters };
}

/** Tells whether the list shows less than everything. */
export function isFiltered(state: JobListState): boolean {
  return (
    state.text.trim() !== '' ||
    state.mine ||
    LIST_FILTERS.some(name => state.filters[name].length > 0)
  );
}

function wholeNumber(text: string | null): number {
  const value = Number(text);
  return Number.isInteger(value) && value > 0 ? value : 0;
}
