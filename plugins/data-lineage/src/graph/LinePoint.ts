/** A point in the coordinates of the picture. */
export type LinePoint = { x: number; y: number };
