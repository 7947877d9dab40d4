import type {
  LineageEntity,
  LineageInput,
} from '@datalark/backstage-plugin-data-entities-common';

/** An end of a flow: an entity, an OpenLineage pair, or the statement's own job. */
export type FlowEnd =
  | { ref: string; kind: 'DataJob' | 'Dataset' }
  | { namespace: string; name: string }
  | 'ownJob';

/** One flow: from an input, or nothing, to a target or one of its columns. */
export type LineageRow = {
  id: string;
  target: FlowEnd;
  /** Absent: the whole target. */
  targetColumn?: string;
  /** Absent: the target is a source. */
  input?: FlowEnd;
  inputColumn?: string;
  /** Such as `DIRECT AGGREGATION: SUM(amount)`. */
  how: string[];
  masked: boolean;
};

function endOf(end: {
  ref?: string;
  namespace?: string;
  name?: string;
  type?: string;
}): FlowEnd {
  if (end.ref) {
    return { ref: end.ref, kind: end.type === 'JOB' ? 'DataJob' : 'Dataset' };
  }
  return end.namespace && end.name
    ? { namespace: end.namespace, name: end.name }
    : 'ownJob';
}

function inputParts(input: LineageInput) {
  const transformations = input.transformations ?? [];
  return {
    input: endOf(input),
    inputColumn: input.field,
    how: transformations.map(({ type, subtype, description }) => {
      const words = [type, subtype].filter(Boolean).join(' ');
      return description ? `${words}: ${description}` : words;
    }),
    masked: transformations.some(({ masking }) => masking === true),
  };
}

/** The flows of a Lineage as the rows of a table. */
export function lineageRows(entity: LineageEntity): LineageRow[] {
  return entity.spec.entries.flatMap((entry, at) => {
    const target = endOf(entry.target);
    const inputs = entry.inputs ?? [];
    const whole = inputs.map((input, index) => ({
      id: `${at}:${index}`,
      target,
      ...inputParts(input),
    }));
    const columns = Object.entries(entry.fields ?? {}).flatMap(
      ([targetColumn, field]) =>
        field.inputs.map((input, index) => ({
          id: `${at}:${targetColumn}:${index}`,
          target,
          targetColumn,
          ...inputParts(input),
        })),
    );
    const rows: LineageRow[] = [...whole, ...columns];
    return rows.length
      ? rows
      : [{ id: `${at}`, target, how: [], masked: false }];
  });
}
