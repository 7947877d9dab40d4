/**
 * SeaTunnel jobs: read HOCON and JSON, print them, check them against the
 * options that the plugins declare, describe forms for them, and tell their
 * lineage column by column.
 *
 * @packageDocumentation
 */
export * from './model/JsonValue';
export * from './model/JobConfig';
export * from './model/chainConfig';
export * from './model/ConfigProblem';
export * from './model/placeholders';
export * from './links/linkNames';
export * from './read/readJobConfig';
export * from './print/printJobConfig';
export * from './catalog/PluginDescription';
export * from './catalog/optionCatalog';
export type { LocalText } from './catalog/overlay';
export * from './rules/checkJob';
export * from './rules/checkOptions';
export {
  isSecretOption,
  literalSecretsOf,
  type LiteralSecrets,
} from './rules/checkSecrets';
export { nearest } from './rules/nearest';
export * from './form/formFields';
export * from './form/optionsFromDataSource';
export * from './lineage/DatasetAddress';
export * from './lineage/JobLineage';
export * from './lineage/lineageOfJob';
export * from './lineage/edgeRows';
export * from './lineage/jobEventParts';
