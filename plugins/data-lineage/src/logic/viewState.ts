import {
  NodeType,
  Origin,
  ORIGINS,
} from '@datalark/backstage-plugin-data-lineage-common';
import { Grouping, GROUPINGS } from '../graph/buildScene';

/** All that a link has to hold to reproduce a view. */
export type ViewState = {
  /** Node ids from which the walk begins. */
  roots: string[];
  direction: 'upstream' | 'downstream' | 'both';
  /** Steps; 1 to 40. */
  depth: number;
  level: 'table' | 'column';
  /** None: all. */
  origins: Origin[];
  type?: NodeType;
  owner?: string;
  system?: string;
  grouping: Grouping;
  /** ISO 8601; absent: now. */
  asOf?: string;
  /** ISO 8601: compare this time with `asOf`. */
  since?: string;
  /** How two times are shown. */
  compare: 'over' | 'side';
  /** Node id: the way from the first root to it. */
  pathTo?: string;
  show: 'graph' | 'table';
  /** Nodes with their columns, and groups, that are open. */
  open: string[];
  /** Nodes from which one more step was asked for. */
  up: string[];
  down: string[];
  /** Id of the node or edge whose facts are shown. */
  selected?: string;
  /** The column whose path lights up. */
  column?: { node: string; column: string };
  /** At most so many nodes. */
  limit?: number;
};

/** The view of a link without parameters. */
export const DEFAULT_VIEW: ViewState = {
  roots: [],
  direction: 'both',
  depth: 3,
  level: 'table',
  origins: [],
  grouping: 'none',
  compare: 'over',
  show: 'graph',
  open: [],
  up: [],
  down: [],
};

const DIRECTIONS = ['both', 'upstream', 'downstream'] as const;
const MAX_DEPTH = 40;

/** Reads a view from the parameters of an address; what makes no sense is left at its default. */
export function parseViewState(params: URLSearchParams): ViewState {
  const text = (name: string) => params.get(name) || undefined;
  const one = <T extends string>(name: string, choices: readonly T[]) =>
    choices.find(choice => choice === params.get(name));
  const time = (name: string) => {
    const value = text(name);
    return value && !Number.isNaN(Date.parse(value)) ? value : undefined;
  };
  const whole = (name: string, max: number) => {
    const value = Number(params.get(name));
    return Number.isInteger(value) && value >= 1
      ? Math.min(value, max)
      : undefined;
  };
  const column = text('column');
  const node = text('of');
  return {
    roots: params.getAll('node').filter(Boolean),
    direction: one('direction', DIRECTIONS) ?? DEFAULT_VIEW.direction,
    depth: whole('depth', MAX_DEPTH) ?? DEFAULT_VIEW.depth,
    level: one('level', ['table', 'column'] as const) ?? DEFAULT_VIEW.level,
    origins: ORIGINS.filter(o => params.getAll('origin').includes(o)),
    type: one('type', ['dataset', 'job'] as const),
    owner: text('owner'),
    system: text('system'),
    grouping: one('group', GROUPINGS) ?? DEFAULT_VIEW.grouping,
    asOf: time('at'),
    since: time('since'),
    compare: one('compare', ['over', 'side'] as const) ?? DEFAULT_VIEW.compare,
    pathTo: text('to'),
    show: one('show', ['graph', 'table'] as const) ?? DEFAULT_VIEW.show,
    open: params.getAll('open'),
    up: params.getAll('up'),
    down: params.getAll('down'),
    selected: text('selected'),
    column: node && column ? { node, column } : undefined,
    limit: whole('limit', 20_000),
  };
}

/** Writes a view; what is at its default is not written. Parameters of others stay. */
export function formatViewState(
  state: ViewState,
  others = new URLSearchParams(),
): URLSearchParams {
  const params = new URLSearchParams(others);
  const set = (name: string, value?: string, usual?: string) => {
    if (value && value !== usual) params.set(name, value);
    else params.delete(name);
  };
  const list = (name: string, values: readonly string[]) => {
    params.delete(name);
    values.forEach(value => params.append(name, value));
  };
  list('node', state.roots);
  set('direction', state.direction, DEFAULT_VIEW.direction);
  set('depth', String(state.depth), String(DEFAULT_VIEW.depth));
  set('level', state.level, DEFAULT_VIEW.level);
  list('origin', state.origins);
  set('type', state.type);
  set('owner', state.owner);
  set('system', state.system);
  set('group', state.grouping, DEFAULT_VIEW.grouping);
  set('at', state.asOf);
  set('since', state.since);
  set('compare', state.compare, DEFAULT_VIEW.compare);
  set('to', state.pathTo);
  set('show', state.show, DEFAULT_VIEW.show);
  list('open', state.open);
  list('up', state.up);
  list('down', state.down);
  set('selected', state.selected);
  set('of', state.column?.node);
  set('column', state.column?.column);
  set('limit', state.limit ? String(state.limit) : undefined);
  return params;
}

/** Adds a value to a list, or takes it out. */
export function toggled(values: readonly string[], value: string): string[] {
  return values.includes(value)
    ? values.filter(each => each !== value)
    : [...values, value];
}
