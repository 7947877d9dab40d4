import type { DataEntityKind } from '../entities/dataEntityKinds';
import { didYouMean } from './didYouMean';
import { eitherOf } from './schemaPhrases';

// What people write out of habit from another system, and where it belongs here.
const ELSEWHERE: Partial<Record<DataEntityKind, Record<string, string>>> = {
  DataJob: {
    savepointPath:
      'remove it, the snapshot to start from is chosen when the job is deployed',
    initialSavepointPath:
      'remove it, the snapshot to start from is chosen when the job is deployed',
    flinkConfiguration: 'write it as spec.configuration',
    environment: 'write it as an entry of spec.environments',
    inputs: 'write them as spec.reads',
    outputs: 'write them as spec.writes',
    cron: 'write it as spec.schedule.cron',
    script: 'write it as spec.definition.sql',
  },
  DataSource: {
    password:
      'remove it and write a reference under spec.credentials, for example password: secret:<name>',
    secret:
      'remove it and write a reference under spec.credentials, for example secret: secret:<name>',
    url: 'write it as spec.connection.url',
    host: 'write it as spec.connection.host',
  },
  Dataset: {
    namespace: 'write it as spec.dataset.namespace',
    schema: 'write the columns as spec.columns',
    fields: 'write them as spec.columns',
    dataSource: 'write it as spec.source',
  },
  Quality: {
    rule: 'write it as metric, the word of ODCS 3.1',
    rules: 'write them as spec.checks',
    column: 'write it as property, the word of ODCS 3.1',
    slaProperties: 'write them as spec.sla',
  },
};

/** What to do about a field the schema does not know. */
export function remedyForUnknownField(options: {
  kind: DataEntityKind;
  segments: readonly string[];
  name: string;
  known: readonly string[];
}): string {
  const { kind, segments, name, known } = options;
  const elsewhere = ELSEWHERE[kind]?.[name];
  if (elsewhere) {
    return elsewhere;
  }
  const meant = didYouMean(name, known);
  if (meant) {
    return `did you mean ${meant}?`;
  }
  if (known.length === 0) {
    return 'remove it';
  }
  return known.length > 8
    ? `remove it, the fields of ${
        segments[segments.length - 1] ?? kind
      } are listed in the reference of ${kind}`
    : `remove it or use ${eitherOf(known)}`;
}
