/*
 * The portal's back end: a stock Backstage back end with every Datalark plugin.
 */
import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-proxy-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));

backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
);

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(import('./modules/fileText'));

backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(
  import('@backstage/plugin-scaffolder-backend-module-notifications'),
);

backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));

backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-mcp-actions-backend'));

backend.add(
  import('@datalark/backstage-plugin-catalog-backend-module-data-entities'),
);
backend.add(
  import('@datalark/backstage-plugin-catalog-backend-module-data-jobs'),
);
backend.add(import('@datalark/backstage-plugin-data-jobs-backend'));
backend.add(
  import('@datalark/backstage-plugin-data-jobs-backend-module-flink'),
);
backend.add(
  import('@datalark/backstage-plugin-data-jobs-backend-module-seatunnel'),
);
backend.add(
  import('@datalark/backstage-plugin-data-jobs-backend-module-lineage'),
);
backend.add(import('@datalark/backstage-plugin-data-lineage-backend'));
backend.add(
  import('@datalark/backstage-plugin-scaffolder-backend-module-data-jobs'),
);

backend.add(
  import('@datalark/backstage-plugin-search-backend-module-data-jobs'),
);

backend.start();
