import { useApiHolder } from '@backstage/frontend-plugin-api';
import {
  entityPresentationApiRef,
  entityPresentationSnapshot,
} from '@backstage/plugin-catalog-react';

/** The display name of an entity as it is known by now; no request is made for it. */
export function useEntityTitle(entityRef: string): string {
  return useEntityTitles()(entityRef);
}

/** {@link useEntityTitle} for many. */
export function useEntityTitles(): (entityRef: string) => string {
  const presentation = useApiHolder().get(entityPresentationApiRef);
  return entityRef =>
    entityPresentationSnapshot(entityRef, {}, presentation).primaryTitle;
}
