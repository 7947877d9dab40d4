import { createApp } from '@backstage/frontend-defaults';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogGraphModule } from '@datalark/backstage-plugin-catalog-module-data-entities';
import { navModule } from './modules/nav';

export default createApp({
  features: [catalogPlugin, catalogGraphModule, navModule],
});
