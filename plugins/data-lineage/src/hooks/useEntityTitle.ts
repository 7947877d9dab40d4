import { useCallback, useRef, useState } from 'react';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import {
  entityPresentationApiRef,
  entityPresentationSnapshot,
} from '@backstage/plugin-catalog-react';

/** The display name of an entity; its bare name until the catalog has answered. */
export function useEntityTitle(entityRef: string): string {
  return useEntityTitles()(entityRef);
}

/** {@link useEntityTitle} for many; another function once more is known. */
export function useEntityTitles(): (entityRef: string) => string {
  const presentation = useApiHolder().get(entityPresentationApiRef);
  const [known, learn] = useState<ReadonlyMap<string, string>>(new Map());
  const asked = useRef(new Set<string>());
  return useCallback(
    entityRef => {
      const title = known.get(entityRef);
      if (title !== undefined) return title;
      const { primaryTitle } = entityPresentationSnapshot(
        entityRef,
        {},
        presentation,
      );
      // The catalog is asked for all that is drawn at once, and once.
      if (presentation && !asked.current.has(entityRef)) {
        asked.current.add(entityRef);
        presentation.forEntity(entityRef).promise.then(
          answer => {
            if (answer.primaryTitle === primaryTitle) return;
            learn(before =>
              new Map(before).set(entityRef, answer.primaryTitle),
            );
          },
          // Its bare name stays.
          () => undefined,
        );
      }
      return primaryTitle;
    },
    [presentation, known],
  );
}
