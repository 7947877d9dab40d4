/* Generated from the JSON Schema by `yarn generate`; change the schema, not this file. */

import { EntityMeta, EntityRelation } from '@backstage/catalog-model';
import { JsonObject, JsonValue } from '@backstage/types';
import { DatasetPair } from './SharedDefinitions';

/**
 * A Quality describes what must hold for a dataset, in the words of the Open Data Contract Standard 3.1.
 *
 * @public
 */
export type QualityEntityV1alpha1 = {
  apiVersion: 'datalark.io/v1alpha1';
  kind: 'Quality';
  metadata: EntityMeta;
  spec: QualitySpec;
  /**
   * The relations the catalog has made of it.
   */
  relations?: EntityRelation[];
};
/**
 * What must hold.
 *
 * @public
 */
export type QualitySpec = {
  /**
   * expectations: checks of one dataset. contract: what a producer promises. standard: rules for many datasets.
   */
  type: 'expectations' | 'contract' | 'standard';
  /**
   * How far along it is. Any word; the usual ones are experimental, production and deprecated.
   */
  lifecycle: string;
  /**
   * Who answers for it: a Group or a User.
   */
  owner: string;
  /**
   * The System it is part of.
   */
  system?: string;
  /**
   * The Dataset the checks are about.
   */
  target?: string;
  dataset?: DatasetPair;
  selector?: QualitySelector;
  contract?: QualityContract;
  /**
   * The checks.
   */
  checks?: QualityCheck[];
  /**
   * Promises about the service, ODCS's slaProperties.
   */
  sla?: QualitySla[];
  execution?: QualityExecution;
  onFailure?: QualityOnFailure;
};
/**
 * Which datasets and columns a standard is about; all conditions must hold.
 *
 * @public
 */
export type QualitySelector = {
  /**
   * Values of `spec.type` of a Dataset.
   */
  kinds?: string[];
  /**
   * Tags of a dataset or column.
   */
  tags?: string[];
  /**
   * A regular expression on column names.
   */
  columnPattern?: string;
  /**
   * The data element it defines.
   */
  dataElement?: string;
};
/**
 * The contract file it belongs to.
 *
 * @public
 */
export type QualityContract = {
  /**
   * The standard. Default: "ODCS".
   */
  standard?: 'ODCS';
  /**
   * The standard's version. Default: "v3.1.0".
   */
  apiVersion?: string;
  /**
   * The contract's id.
   */
  id: string;
  /**
   * The contract's version.
   */
  version?: string;
  /**
   * The contract's status.
   */
  status?: string;
  /**
   * Where the file is.
   */
  url?: string;
};
/**
 * One check, in the words of ODCS 3.1.
 *
 * This interface was referenced by `QualityEntityV1alpha1`'s JSON-Schema
 * via the `definition` "QualityCheck".
 *
 * @public
 */
export type QualityCheck = {
  /**
   * Stable id, unique in the entity; results are kept under it.
   */
  id: string;
  /**
   * A short name.
   */
  name?: string;
  /**
   * What must hold, in words. A check of type text is only this.
   */
  description?: string;
  /**
   * library: a metric. sql: a query. text: words for people. custom: another engine's own check. Default: "library".
   */
  type?: 'library' | 'sql' | 'text' | 'custom';
  /**
   * What a library check measures. The first five are ODCS's, the others ours.
   */
  metric?:
    | 'nullValues'
    | 'missingValues'
    | 'invalidValues'
    | 'duplicateValues'
    | 'rowCount'
    | 'freshness'
    | 'schemaMatch'
    | 'referentialIntegrity'
    | 'aggregate'
    | 'rowCountChange'
    | 'reconciliation'
    | 'distribution';
  /**
   * The column it is about.
   */
  property?: string;
  /**
   * Arguments of the metric: validValues, pattern, missingValues, properties, and per metric of ours more.
   */
  arguments?: JsonObject;
  /**
   * The result equals this.
   */
  mustBe?: string | number | boolean;
  /**
   * The result differs from this.
   */
  mustNotBe?: string | number | boolean;
  /**
   * The result is greater.
   */
  mustBeGreaterThan?: number;
  /**
   * The result is greater or equal.
   */
  mustBeGreaterOrEqualTo?: number;
  /**
   * The result is less.
   */
  mustBeLessThan?: number;
  /**
   * The result is less or equal.
   */
  mustBeLessOrEqualTo?: number;
  /**
   * The result lies between the two, both excluded as ODCS says.
   */
  mustBeBetween?: [number, number];
  /**
   * The result does not lie between the two.
   */
  mustNotBeBetween?: [number, number];
  /**
   * The unit of the result. Default: "rows".
   */
  unit?: 'rows' | 'percent' | 'seconds' | 'minutes' | 'hours' | 'days';
  /**
   * The quality dimension.
   */
  dimension?:
    | 'accuracy'
    | 'completeness'
    | 'conformity'
    | 'consistency'
    | 'coverage'
    | 'timeliness'
    | 'uniqueness';
  /**
   * How bad a failure is. Default: "error".
   */
  severity?: 'info' | 'warning' | 'error';
  /**
   * What a failure costs.
   */
  businessImpact?: string;
  /**
   * The method, ODCS's free word.
   */
  method?: string;
  /**
   * When it runs, as a cron expression; else with the others.
   */
  schedule?: string;
  /**
   * What runs the schedule.
   */
  scheduler?: string;
  /**
   * A reading query with one number as its result, for type sql. `${table}` and `${column}` stand for the target.
   */
  query?: string;
  /**
   * The query's dialect; that of the connection when absent.
   */
  dialect?: string;
  /**
   * The engine of a custom check.
   */
  engine?: string;
  /**
   * A custom check in its engine's own form.
   */
  implementation?: string | JsonObject;
  /**
   * A condition on the rows that are looked at.
   */
  filter?: string;
  /**
   * Whether a failure blocks deployment. Default: false.
   */
  blocking?: boolean;
  /**
   * Whether it runs. Default: true.
   */
  enabled?: boolean;
  /**
   * Whether failing rows may be listed. Default: false.
   */
  rowLevel?: boolean;
  /**
   * How many failing rows are kept at most. Default: 0.
   */
  sampleRows?: number;
  /**
   * Labels.
   */
  tags?: string[];
  /**
   * Properties kept for other tools, as ODCS has them.
   */
  customProperties?: CustomProperty[];
};
/**
 * One property.
 *
 * @public
 */
export type CustomProperty = {
  /**
   * Its name.
   */
  property: string;
  /**
   * Its value.
   */
  value: JsonValue;
};
/**
 * One promise.
 *
 * This interface was referenced by `QualityEntityV1alpha1`'s JSON-Schema
 * via the `definition` "QualitySla".
 *
 * @public
 */
export type QualitySla = {
  /**
   * Stable id.
   */
  id?: string;
  /**
   * What is promised.
   */
  property: string;
  /**
   * How much.
   */
  value: string | number | boolean;
  /**
   * Its unit.
   */
  unit?: string;
  /**
   * What it is about: a column, or `table.column`.
   */
  element?: string;
  /**
   * Why it matters.
   */
  driver?: 'regulatory' | 'analytics' | 'operational';
  /**
   * When it is checked, as a cron expression.
   */
  schedule?: string;
  /**
   * What runs the schedule.
   */
  scheduler?: string;
  /**
   * In words.
   */
  description?: string;
};
/**
 * How the checks run.
 *
 * @public
 */
export type QualityExecution = {
  /**
   * The DataSource whose connection is used; the Dataset's source when absent.
   */
  connectionRef?: string;
  /**
   * Which runner.
   */
  runner?: string;
  /**
   * How long all checks may take.
   */
  timeout?: string;
  /**
   * How many rows a scan may touch.
   */
  maxRows?: number;
  /**
   * Whether the system computes the metrics itself. Default: true.
   */
  pushdown?: boolean;
};
/**
 * What a failure sets off.
 *
 * @public
 */
export type QualityOnFailure = {
  /**
   * Whether an incident is opened. Default: true.
   */
  openIncident?: boolean;
  /**
   * Who is told besides the owner.
   */
  notify?: string[];
  /**
   * What is marked downstream. Default: "column".
   */
  propagate?: 'none' | 'table' | 'column';
};
