import { NodeName } from '../database/NodeStore';

/** The last part of a dataset's path or table name; jobs are short enough. */
export function shortName({ type, name }: NodeName): string {
  if (type === 'job') return name;
  const path = name.replace(/\/+$/, '');
  if (path.includes('/')) return path.slice(path.lastIndexOf('/') + 1) || name;
  return path.slice(path.lastIndexOf('.') + 1) || name;
}
