import type { OwnershipDatasetFacet } from '../generated';
import { isObject } from '../validate/checkSchema';
import { byCode } from './inOrder';

/** `{ key: text }` where the facet has such a text, else nothing. */
export function textOf<K extends string>(
  facet: Record<string, unknown>,
  key: K,
): Partial<Record<K, string>> {
  const value = facet[key];
  return typeof value === 'string'
    ? ({ [key]: value } as Record<K, string>)
    : {};
}

/** Owners of an `ownership` facet. */
export function ownersOf(
  facet: Record<string, unknown> | undefined,
): OwnershipDatasetFacet['owners'] {
  const owners = facet?.owners;
  return Array.isArray(owners)
    ? (owners as OwnershipDatasetFacet['owners'])
    : undefined;
}

/** Names of facets that are taken back, sorted. */
export function deletedFacets(facets: Record<string, unknown>): string[] {
  return Object.keys(facets)
    .filter(key => {
      const facet = facets[key];
      return isObject(facet) && facet._deleted === true;
    })
    .sort(byCode);
}
