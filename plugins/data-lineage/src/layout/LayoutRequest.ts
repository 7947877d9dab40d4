/** A box to be placed; pixels. Integer sizes keep the picture sharp. */
export type LayoutNode = {
  id: string;
  width: number;
  height: number;
  /** Drawn inside the box of this group, with its other members. */
  group?: string;
};

/** Flows from left to right, unless it closes a cycle. */
export type LayoutEdge = { from: string; to: string };

/** What is to be placed. */
export type LayoutRequest = {
  nodes: LayoutNode[];
  edges: LayoutEdge[];
  /** Where nodes are now, `x, y` of the upper left corner: they stay near. */
  previous?: Record<string, [number, number]>;
};

/** Upper left corner and size of a group with its title. */
export type GroupBox = {
  group: string;
  x: number;
  y: number;
  width: number;
  height: number;
};

/** Where everything is. */
export type LayoutResult = {
  /** `x, y` of the upper left corners, in the order of the nodes asked for. */
  positions: Float64Array;
  /** For each edge asked for: `x, y` of the points that it passes between its ends. */
  bends: (Float64Array | undefined)[];
  groups: GroupBox[];
};

/** Pixels between layers, and between nodes of a layer. */
export const LAYER_GAP = 96;
export const NODE_GAP = 28;
