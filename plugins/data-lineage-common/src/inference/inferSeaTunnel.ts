import {
  datasetNameOf,
  jobEventOf,
  namingRuleOf,
  scopedToJob,
  systemOf,
} from '@datalark/openlineage';
import {
  ConfigProblem,
  DatasetAddress,
  jobEventParts,
  lineageOfJob,
  readJobConfig,
} from '@datalark/seatunnel-config';
import { LineageProblem } from '../ChangePreview';
import { LineageName } from '../NodeId';
import { filledText } from './filledText';
import { Inference, InferenceRequest } from './InferenceRequest';
import { LINEAGE_PRODUCER } from './lineageProducer';

/** What a SeaTunnel job reads and writes, from its sources through its transforms into its sinks. */
export function inferSeaTunnel(request: InferenceRequest): Inference {
  const { job, definition, variables = {} } = request;
  const reading = readJobConfig(filled(definition.config, variables), {
    format: definition.format === 'json' ? 'json' : 'hocon',
  });
  const unread = reading.problems.map(lineageProblem);
  if (!reading.config) return { problems: unread };
  const lineage = lineageOfJob(reading.config, {
    positions: reading.positions,
    columnsOf: address => request.columnsOf?.(nameWithin(job, address)),
  });
  return {
    event: jobEventOf({
      ...jobEventParts(lineage, address => nameWithin(job, address)),
      job,
      processingType: request.processing === 'batch' ? 'BATCH' : 'STREAMING',
      jobType: 'JOB',
      eventTime: request.eventTime,
      producer: request.producer ?? LINEAGE_PRODUCER,
    }),
    problems: [...unread, ...lineage.problems.map(lineageProblem)],
  };
}

/** What makes up rows, or throws them away, means something in its job only. */
function nameWithin(job: LineageName, address: DatasetAddress) {
  if (namingRuleOf(systemOf(address.system)).form !== 'nothing') {
    return datasetNameOf(address);
  }
  const name = [address.system, ...address.path].join('.');
  return scopedToJob({ namespace: '', name }, job);
}

function filled(
  value: unknown,
  variables: Readonly<Record<string, string>>,
): unknown {
  if (typeof value === 'string') return filledText(value, variables).text;
  if (Array.isArray(value)) return value.map(one => filled(one, variables));
  if (value && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, filled(one, variables)]),
    );
  }
  return value;
}

function lineageProblem(problem: ConfigProblem): LineageProblem {
  const { severity, message, line, column } = problem;
  const place = line === undefined ? undefined : { line, column: column ?? 1 };
  return {
    severity,
    message,
    ...(place && { span: { start: place, end: place } }),
  };
}
