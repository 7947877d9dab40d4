import { ColumnTransformation } from '@datalark/backstage-plugin-data-lineage-common';

/** Words that there is a text for. */
export const TRANSFORMATIONS = [
  'IDENTITY',
  'TRANSFORMATION',
  'AGGREGATION',
  'JOIN',
  'GROUP_BY',
  'FILTER',
  'SORT',
  'WINDOW',
  'CONDITIONAL',
  'DIRECT',
  'INDIRECT',
] as const;

/** The word for a transformation; of an unknown subtype its type is said. */
export function transformationKey({
  type,
  subtype,
}: ColumnTransformation): (typeof TRANSFORMATIONS)[number] {
  return TRANSFORMATIONS.find(each => each === subtype?.toUpperCase()) ?? type;
}
