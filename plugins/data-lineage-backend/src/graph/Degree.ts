/** How many neighbours a node has, and when it was heard of and written. */
export type Degree = {
  upstream: number;
  downstream: number;
  heard: number;
  written?: number;
};

/** Degrees of nodes, put together from what is read of them. */
export class Degrees {
  readonly byNode = new Map<number, Degree>();

  add(node: number, more: Partial<Degree>): void {
    const known = this.byNode.get(node);
    if (!known) {
      this.byNode.set(node, { upstream: 0, downstream: 0, heard: 0, ...more });
      return;
    }
    const { upstream = 0, downstream = 0, heard = 0, written } = more;
    known.upstream += upstream;
    known.downstream += downstream;
    known.heard = Math.max(known.heard, heard);
    if (written !== undefined) {
      known.written = Math.max(known.written ?? written, written);
    }
  }
}
