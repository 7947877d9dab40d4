import { ListColumn, parseColumns } from '../logic/jobListState';
import { useStored } from './useStored';

/** The columns that the viewer chose; undefined: the default ones. */
export function useListColumns(): [
  ListColumn[] | undefined,
  (columns: ListColumn[] | undefined) => void,
] {
  const [stored, store] = useStored('list-columns');
  return [parseColumns(stored), columns => store(columns?.join(','))];
}
