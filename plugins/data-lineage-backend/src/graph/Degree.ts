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

  of(node: number): Degree {
    let degree = this.byNode.get(node);
    if (!degree) {
      degree = { upstream: 0, downstream: 0, heard: 0 };
      this.byNode.set(node, degree);
    }
    return degree;
  }

  hear(node: number, at: number, isWritten = false): void {
    const degree = this.of(node);
    degree.heard = Math.max(degree.heard, at);
    if (isWritten) degree.written = Math.max(degree.written ?? at, at);
  }
}
