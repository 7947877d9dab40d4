import { CatalogApi } from '@backstage/plugin-catalog-react';
import { DefaultEntityPresentationApi } from '@backstage/plugin-catalog';
import { dataKindIcons } from './dataKindIcons';

/** The catalog's own presentation of entities with the icons of the data kinds. */
export function dataEntityPresentationApi(deps: { catalogApi: CatalogApi }) {
  return DefaultEntityPresentationApi.create({
    ...deps,
    kindIcons: dataKindIcons,
  });
}
