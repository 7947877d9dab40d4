import { PlacedScene } from '../../graph/PlacedScene';

/** An arrow key. */
export type ArrowKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

/**
 * Where an arrow key leads from a node: left and right along its edges, to the
 * nearest by height; up and down to the next one in the same column of boxes.
 */
export function neighbourOf(
  placed: PlacedScene,
  id: string,
  key: ArrowKey,
): string | undefined {
  const here = placed.box(id);
  if (!here) return undefined;
  const middle = here.y + here.height / 2;
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const others = placed
      .edgesOf(id)
      .map(e => placed.edge(e))
      .filter(edge => (key === 'ArrowLeft' ? edge.to : edge.from) === id)
      .map(edge => (key === 'ArrowLeft' ? edge.from : edge.to));
    return nearest(others, other => {
      const box = placed.box(other)!;
      return Math.abs(box.y + box.height / 2 - middle);
    });
  }
  const isBelow = key === 'ArrowDown';
  const column = placed.within({
    x: here.x + here.width / 2,
    y: isBelow ? here.y + here.height : placed.extent.y,
    width: 0,
    height: isBelow
      ? placed.extent.y + placed.extent.height - here.y - here.height
      : here.y - placed.extent.y,
  });
  return nearest(
    column.map(node => node.id).filter(other => other !== id),
    other => Math.abs(placed.box(other)!.y - here.y),
  );
}

function nearest(
  ids: string[],
  distance: (id: string) => number,
): string | undefined {
  let best: string | undefined;
  let least = Infinity;
  for (const id of ids) {
    const now = distance(id);
    if (now < least) {
      best = id;
      least = now;
    }
  }
  return best;
}
