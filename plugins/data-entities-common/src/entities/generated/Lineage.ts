/* Generated from the JSON Schema by `yarn generate`; change the schema, not this file. */

import { EntityMeta, EntityRelation } from '@backstage/catalog-model';

/**
 * A Lineage describes a flow of data that somebody declares or curates, in the shape of OpenLineage's explicit lineage facet. Observed flows are not entities.
 *
 * @public
 */
export type LineageEntityV1alpha1 = {
  apiVersion: 'datalark.io/v1alpha1';
  kind: 'Lineage';
  metadata: EntityMeta;
  spec: LineageSpec;
  /**
   * The relations the catalog has made of it.
   */
  relations?: EntityRelation[];
};
/**
 * What flows where, says who.
 *
 * @public
 */
export type LineageSpec = {
  /**
   * What the statement is about: a job, a dataset (no job known) or a process outside any engine.
   */
  type: 'job' | 'dataset' | 'process';
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
   * The Domain it belongs to.
   */
  domain?: string;
  /**
   * Where the statement comes from. Default: "declared".
   */
  origin?: 'declared' | 'observed' | 'inferred' | 'imported';
  /**
   * How far it is agreed. Default: "proposed".
   */
  status?: 'proposed' | 'verified' | 'deprecated';
  /**
   * How sure it is, from 0 to 1.
   */
  confidence?: number;
  /**
   * Who verified it: a User or a Group.
   */
  verifiedBy?: string;
  /**
   * When it was verified.
   */
  verifiedAt?: string;
  job?: LineageJob;
  /**
   * The flows, one entry per target.
   */
  entries: LineageEntry[];
  sql?: LineageSql;
  processing?: LineageProcessing;
  validity?: LineageValidity;
  evidence?: LineageEvidence;
  expectations?: LineageExpectations;
};
/**
 * The job that moves the data: an entity, or an OpenLineage pair.
 *
 * This interface was referenced by `LineageEntityV1alpha1`'s JSON-Schema
 * via the `definition` "LineageJob".
 *
 * @public
 */
export type LineageJob = {
  /**
   * A DataJob.
   */
  ref?: string;
  /**
   * The OpenLineage namespace of the job.
   */
  namespace?: string;
  /**
   * The OpenLineage name of the job.
   */
  name?: string;
};
/**
 * What one target is made of.
 *
 * This interface was referenced by `LineageEntityV1alpha1`'s JSON-Schema
 * via the `definition` "LineageEntry".
 *
 * @public
 */
export type LineageEntry = {
  target: LineageTarget;
  /**
   * What the whole target is made of. An empty list says: nothing, it is a source.
   */
  inputs?: LineageInput[];
  /**
   * What single columns of the target are made of.
   */
  fields?: {
    [k: string]: LineageField;
  };
};
/**
 * Where the data arrives: an entity, or an OpenLineage pair.
 *
 * This interface was referenced by `LineageEntityV1alpha1`'s JSON-Schema
 * via the `definition` "LineageTarget".
 *
 * @public
 */
export type LineageTarget = {
  /**
   * The entity; its kind is Dataset, or DataJob when type is JOB.
   */
  ref?: string;
  /**
   * The OpenLineage namespace, when there is no entity.
   */
  namespace?: string;
  /**
   * The OpenLineage name, when there is no entity.
   */
  name?: string;
  /**
   * What the target is. Default: "DATASET".
   */
  type?: 'DATASET' | 'JOB';
};
/**
 * Where the data comes from: an entity, or an OpenLineage pair. A JOB without identity is the statement's own job.
 *
 * This interface was referenced by `LineageEntityV1alpha1`'s JSON-Schema
 * via the `definition` "LineageInput".
 *
 * @public
 */
export type LineageInput = {
  /**
   * The entity; its kind is Dataset, or DataJob when type is JOB.
   */
  ref?: string;
  /**
   * The OpenLineage namespace, when there is no entity.
   */
  namespace?: string;
  /**
   * The OpenLineage name, when there is no entity.
   */
  name?: string;
  /**
   * What the input is. Default: "DATASET".
   */
  type?: 'DATASET' | 'JOB';
  /**
   * The column of the input.
   */
  field?: string;
  /**
   * How it acts on the target.
   */
  transformations?: LineageTransformation[];
};
/**
 * How an input acts on the target.
 *
 * This interface was referenced by `LineageEntityV1alpha1`'s JSON-Schema
 * via the `definition` "LineageTransformation".
 *
 * @public
 */
export type LineageTransformation = {
  /**
   * DIRECT: the value comes from it. INDIRECT: it decides which values come.
   */
  type: 'DIRECT' | 'INDIRECT';
  /**
   * OpenLineage's subtype: IDENTITY, TRANSFORMATION or AGGREGATION for DIRECT; JOIN, GROUP_BY, FILTER, SORT, WINDOW or CONDITIONAL for INDIRECT.
   */
  subtype?: string;
  /**
   * What happens, in words or as an expression.
   */
  description?: string;
  /**
   * Whether the value is masked on the way. Default: false.
   */
  masking?: boolean;
};
/**
 * What one column is made of.
 *
 * This interface was referenced by `LineageEntityV1alpha1`'s JSON-Schema
 * via the `definition` "LineageField".
 *
 * @public
 */
export type LineageField = {
  /**
   * The columns it is made of.
   */
  inputs: LineageInput[];
};
/**
 * The query behind it.
 *
 * @public
 */
export type LineageSql = {
  /**
   * The text.
   */
  query: string;
  /**
   * Its dialect.
   */
  dialect?: string;
};
/**
 * How the job processes, in OpenLineage's words.
 *
 * @public
 */
export type LineageProcessing = {
  /**
   * The processing type.
   */
  type?: 'BATCH' | 'STREAMING' | 'SERVICE';
  /**
   * The integration.
   */
  integration?: string;
  /**
   * The job type.
   */
  jobType?: string;
};
/**
 * From when to when it holds; open ended where absent.
 *
 * @public
 */
export type LineageValidity = {
  /**
   * From then on.
   */
  from?: string;
  /**
   * Until then, exclusive.
   */
  to?: string;
};
/**
 * What it rests on.
 *
 * @public
 */
export type LineageEvidence = {
  /**
   * Who produced the evidence, a URI.
   */
  producer?: string;
  /**
   * The schema of the evidence.
   */
  schemaURL?: string;
  /**
   * When the evidence was recorded.
   */
  eventTime?: string;
  /**
   * The run that showed it.
   */
  runId?: string;
  /**
   * Where to read on.
   */
  url?: string;
};
/**
 * What makes it suspicious.
 *
 * @public
 */
export type LineageExpectations = {
  /**
   * How long it may go unobserved.
   */
  maxSilence?: string;
  /**
   * Whether it must be seen at run time to count. Default: false.
   */
  requireObserved?: boolean;
};
