import { createApp } from '@backstage/frontend-defaults';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import {
  catalogColumnsModule,
  catalogGraphModule,
} from '@datalark/backstage-plugin-catalog-module-data-entities';
import { navModule } from './modules/nav';

export default createApp({
  features: [
    catalogPlugin,
    catalogColumnsModule,
    catalogGraphModule,
    navModule,
  ],
});
