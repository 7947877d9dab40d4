import { GroupBox, LayoutResult } from '../layout/LayoutRequest';
import { Scene, SceneEdge, SceneNode } from './Scene';

/** A rectangle in the coordinates of the picture. */
export type Box = { x: number; y: number; width: number; height: number };

const CELL = 1_024;

/**
 * Boxes with their places: the one store that the near and the far view share.
 * Answers what is at a point and what is within a rectangle without looking at
 * everything.
 */
export class PlacedScene {
  readonly #cells = new Map<string, number[]>();
  readonly #index: Map<string, number>;
  readonly #touching = new Map<string, number[]>();
  /** All of it. */
  readonly extent: Box;

  constructor(readonly scene: Scene, readonly layout: LayoutResult) {
    this.#index = new Map(scene.nodes.map((node, i) => [node.id, i]));
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    scene.nodes.forEach((_, i) => {
      const box = this.boxAt(i);
      left = Math.min(left, box.x);
      top = Math.min(top, box.y);
      right = Math.max(right, box.x + box.width);
      bottom = Math.max(bottom, box.y + box.height);
      this.#eachCell(box, key => {
        const cell = this.#cells.get(key);
        if (cell) cell.push(i);
        else this.#cells.set(key, [i]);
      });
    });
    for (const group of layout.groups) {
      left = Math.min(left, group.x);
      top = Math.min(top, group.y);
      right = Math.max(right, group.x + group.width);
      bottom = Math.max(bottom, group.y + group.height);
    }
    this.extent = scene.nodes.length
      ? { x: left, y: top, width: right - left, height: bottom - top }
      : { x: 0, y: 0, width: 0, height: 0 };
    scene.edges.forEach((edge, e) => {
      for (const id of [edge.from, edge.to]) {
        const list = this.#touching.get(id);
        if (list) list.push(e);
        else this.#touching.set(id, [e]);
      }
    });
  }

  /** Open groups. */
  get groups(): GroupBox[] {
    return this.layout.groups;
  }

  /** The box of the node with this number. */
  boxAt(i: number): Box {
    const { width, height } = this.scene.nodes[i];
    const { positions } = this.layout;
    return { x: positions[2 * i], y: positions[2 * i + 1], width, height };
  }

  node(id: string): SceneNode | undefined {
    const i = this.#index.get(id);
    return i === undefined ? undefined : this.scene.nodes[i];
  }

  box(id: string): Box | undefined {
    const i = this.#index.get(id);
    return i === undefined ? undefined : this.boxAt(i);
  }

  /** Points that an edge passes between its ends: `x, y, x, y …`. */
  bends(e: number): Float64Array | undefined {
    return this.layout.bends[e];
  }

  /** Numbers of the edges that begin or end at a node. */
  edgesOf(id: string): number[] {
    return this.#touching.get(id) ?? [];
  }

  edge(e: number): SceneEdge {
    return this.scene.edges[e];
  }

  /** The node under a point, with some pixels of `grace` around it. */
  hit(x: number, y: number, grace = 0): SceneNode | undefined {
    const around = {
      x: x - grace,
      y: y - grace,
      width: 2 * grace,
      height: 2 * grace,
    };
    return this.within(around)[0];
  }

  /** The nodes that a rectangle touches, in the order of the scene. */
  within(area: Box): SceneNode[] {
    const found = new Set<number>();
    const right = area.x + area.width;
    const bottom = area.y + area.height;
    const test = (i: number) => {
      const box = this.boxAt(i);
      if (
        box.x <= right &&
        box.x + box.width >= area.x &&
        box.y <= bottom &&
        box.y + box.height >= area.y
      ) {
        found.add(i);
      }
    };
    const cells = ((area.width / CELL) | 0) * ((area.height / CELL) | 0);
    if (cells > this.#cells.size) this.scene.nodes.forEach((_, i) => test(i));
    else this.#eachCell(area, key => this.#cells.get(key)?.forEach(test));
    return [...found].sort((a, b) => a - b).map(i => this.scene.nodes[i]);
  }

  /** Positions by id, for a layout that keeps nodes near. */
  placesById(): Record<string, [number, number]> {
    const { positions } = this.layout;
    return Object.fromEntries(
      this.scene.nodes.map((node, i) => [
        node.id,
        [positions[2 * i], positions[2 * i + 1]],
      ]),
    );
  }

  #eachCell(box: Box, visit: (key: string) => void) {
    const right = Math.floor((box.x + box.width) / CELL);
    const bottom = Math.floor((box.y + box.height) / CELL);
    for (let x = Math.floor(box.x / CELL); x <= right; x++) {
      for (let y = Math.floor(box.y / CELL); y <= bottom; y++) {
        visit(`${x} ${y}`);
      }
    }
  }
}
