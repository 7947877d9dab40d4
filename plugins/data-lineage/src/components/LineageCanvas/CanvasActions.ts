import { createContext, useContext } from 'react';

/** What a viewer can do in the picture. */
export type CanvasActions = {
  /** Shows the facts of a node or edge; none closes them. */
  select(id?: string): void;
  /** One more step from a node. */
  expand(id: string, direction: 'upstream' | 'downstream'): void;
  /** Opens or closes the columns of a node, or a group. */
  toggleOpen(id: string): void;
  /** Shows all columns of a node. */
  unfold(id: string): void;
  /** Lights up the path of a column, or puts it out. */
  chooseColumn(node: string, column: string): void;
};

/** Actions, and what the boxes have to know beyond their own facts. */
export type CanvasContextValue = {
  actions: CanvasActions;
  selected?: string;
  /** The column whose path lights up. */
  column?: { node: string; column: string };
  /** Ids of the nodes on that path; absent: nothing is lit. */
  litNodes?: ReadonlySet<string>;
  /** Columns on that path, `node column`. */
  litColumns?: ReadonlySet<string>;
};

const CanvasContext = createContext<CanvasContextValue | undefined>(undefined);

/** Gives the boxes their actions. */
export const CanvasProvider = CanvasContext.Provider;

/** The actions of the picture that a box is in. */
export function useCanvas(): CanvasContextValue {
  const value = useContext(CanvasContext);
  if (!value) throw new Error('A box is drawn outside of a LineageCanvas');
  return value;
}
