import { ColumnLink, LineageGraph } from './LineageGraph';
import { ImpactReport } from './Impact';
import { SourceSpan } from './LineageGraph';

/** A definition that is not deployed yet. @public */
export type ChangeRequest = {
  /** The DataJob it will be; its present lineage is compared with. Absent for a new job. */
  entityRef?: string;
  /** `spec.definition` of a DataJob: `type` and what belongs to it. */
  definition: { type: string; [field: string]: unknown };
  /** `${NAME}` in the definition; what is not given stays as written. */
  variables?: Record<string, string>;
  /** What runs now; default: what the catalog has of the job. */
  before?: {
    definition: { type: string; [field: string]: unknown };
    variables?: Record<string, string>;
  };
};

/** Something in a definition that lineage could not make out. @public */
export type LineageProblem = {
  severity: 'error' | 'warning';
  message: string;
  span?: SourceSpan;
};

/** What a definition would read and write, against what its job does now. @public */
export type ChangePreview = {
  /** Tables and columns of before and after; edges and links carry `change`. */
  graph: LineageGraph;
  added: ColumnLink[];
  removed: ColumnLink[];
  problems: LineageProblem[];
  /** What depends on vanished or changed columns. */
  impact: ImpactReport[];
  /** Whether a rule asks for somebody's word before this may be deployed. */
  review: {
    required: boolean;
    reasons: string[];
    approvers: string[];
    /** A reason given with the deployment will do; nobody has to approve. */
    reasonSuffices?: boolean;
  };
};
