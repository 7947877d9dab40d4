import { useEffect, useRef, useState } from 'react';
import { createLayoutWorker } from '../createLayoutWorker';
import { PlacedScene } from '../graph/PlacedScene';
import { Scene } from '../graph/Scene';
import { LayoutClient } from '../layout/LayoutClient';

/**
 * Places a scene in the worker. Until the places of a changed scene are there
 * the last ones are kept; with the same `key`, nodes stay near where they were.
 */
export function usePlacedScene(
  scene: Scene | undefined,
  key: string,
): PlacedScene | undefined {
  const client = useLayoutClient();
  const [placed, setPlaced] = useState<PlacedScene>();
  const last = useRef<{ key: string; placed: PlacedScene }>();
  useEffect(() => {
    if (!scene) {
      setPlaced(undefined);
      return undefined;
    }
    let isCurrent = true;
    const before = last.current?.key === key ? last.current.placed : undefined;
    client
      .layout({
        nodes: scene.nodes.map(({ id, width, height, group }) => ({
          ...{ id, width, height },
          ...(group !== undefined && { group }),
        })),
        edges: scene.edges.map(({ from, to }) => ({ from, to })),
        previous: before?.placesById(),
      })
      .then(result => {
        if (!isCurrent) return;
        const next = new PlacedScene(scene, result);
        last.current = { key, placed: next };
        setPlaced(next);
      });
    return () => {
      isCurrent = false;
    };
  }, [client, scene, key]);
  return placed;
}

function useLayoutClient(): LayoutClient {
  const [client] = useState(() => new LayoutClient(createLayoutWorker));
  useEffect(() => () => client.close(), [client]);
  return client;
}
