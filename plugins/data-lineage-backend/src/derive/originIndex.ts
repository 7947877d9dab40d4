import { ORIGINS } from '@datalark/backstage-plugin-data-lineage-common';

/** What definitions say: the index in `ORIGINS`, as tables hold it. */
export const INFERRED = ORIGINS.indexOf('inferred');

/** What has happened: the index in `ORIGINS`, as tables hold it. */
export const OBSERVED = ORIGINS.indexOf('observed');
