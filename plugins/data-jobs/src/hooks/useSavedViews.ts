import { useStored } from './useStored';

/** A saved view of the list: its name, and filters, sort and columns as an address holds them. */
export type SavedView = { name: string; search: string };

/** The viewer's saved views by name; saving under a known name replaces it. */
export function useSavedViews() {
  const [stored, store] = useStored('list-views');
  const views = parseViews(stored);
  const without = (name: string) => views.filter(one => one.name !== name);
  return {
    views,
    save: (view: SavedView) =>
      store(
        JSON.stringify(
          [...without(view.name), view].sort((a, b) =>
            a.name.localeCompare(b.name),
          ),
        ),
      ),
    remove: (name: string) => store(JSON.stringify(without(name))),
  };
}

function parseViews(text: string | undefined): SavedView[] {
  if (!text) return [];
  try {
    return JSON.parse(text).filter(
      (one: Partial<SavedView>) =>
        typeof one?.name === 'string' && typeof one.search === 'string',
    );
  } catch {
    return [];
  }
}
