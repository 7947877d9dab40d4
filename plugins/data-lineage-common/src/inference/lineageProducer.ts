/** `producer` of the events that this plugin makes. @public */
export const LINEAGE_PRODUCER =
  'https://github.com/datalark/datalark/tree/main/plugins/data-lineage-common';
