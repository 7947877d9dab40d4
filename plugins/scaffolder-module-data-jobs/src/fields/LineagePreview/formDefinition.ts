import { Entity } from '@backstage/catalog-model';
import {
  flinkPipeline,
  PipelineForm,
  PipelineSide,
} from '@datalark/backstage-plugin-data-jobs-common';
import {
  chainConfig,
  JobChain,
  printJobConfig,
} from '@datalark/seatunnel-config';

/** `spec.definition` of a DataJob with its type. */
export type FormDefinition = { type: string; [field: string]: unknown };

/** What the templates of data jobs ask for, by the names that they give it. */
export type FormValues = Partial<
  Pick<PipelineForm, 'mode' | 'name' | 'sql' | 'select' | 'where'>
> & {
  sourceDataset?: PipelineSide;
  sinkDataset?: PipelineSide;
  sourceConnector?: PipelineSide;
  sinkConnector?: PipelineSide;
  source?: Partial<JobChain['source']>;
  transforms?: Partial<JobChain['source']>[];
  sink?: Partial<JobChain['source']>;
  processing?: JobChain['processing'];
};

/**
 * The definition that a template would write for these values; undefined while
 * it cannot be written yet. Rejects with what else is wrong.
 */
export async function formDefinition(
  jobType: 'flink-sql' | 'seatunnel',
  values: FormValues,
  options: { getEntity(ref: string): Promise<Entity | undefined> },
): Promise<FormDefinition | undefined> {
  return jobType === 'seatunnel'
    ? seatunnelDefinition(values)
    : flinkSqlDefinition(values, options);
}

async function flinkSqlDefinition(
  values: FormValues,
  options: { getEntity(ref: string): Promise<Entity | undefined> },
): Promise<FormDefinition | undefined> {
  const { mode, name = 'new-job', sql, select, where } = values;
  const isByDataset = mode === 'datasets';
  const source = isByDataset ? values.sourceDataset : values.sourceConnector;
  const sink = isByDataset ? values.sinkDataset : values.sinkConnector;
  const isComplete = isByDataset
    ? source?.ref && sink?.ref
    : source?.connector && sink?.connector;
  if (!mode || (mode === 'sql' ? !sql?.trim() : !isComplete)) return undefined;
  const pipeline = await flinkPipeline(
    { mode, name, sql, source, sink, select, where },
    options,
  );
  return { type: 'flink-sql', sql: pipeline.sql };
}

function seatunnelDefinition(values: FormValues): FormDefinition | undefined {
  const { source, transforms = [], sink, processing = 'batch' } = values;
  const chain = [source, ...transforms, sink];
  if (!chain.every(isChosen)) return undefined;
  const config = chainConfig({
    processing,
    source: chain[0],
    transforms: chain.slice(1, -1),
    sink: chain[chain.length - 1],
  });
  return {
    type: 'seatunnel',
    config: printJobConfig(config, { format: 'json' }),
    format: 'json',
  };
}

function isChosen(
  choice: Partial<JobChain['source']> | undefined,
): choice is JobChain['source'] {
  return Boolean(choice?.plugin);
}
