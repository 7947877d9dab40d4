import { JobEngine } from '../../JobEngine';
import { ResolvedDefinition } from '../../JobSubmission';

/**
 * What the contract kit needs of an engine under test. Hooks that are absent
 * leave out the cases that need them.
 *
 * @public
 */
export type JobEngineBench = {
  engine: JobEngine;
  /** A job that runs until it is told otherwise, keeps state, takes 1 slot. */
  longRunning(): ResolvedDefinition;
  /** A definition that the engine refuses. */
  wrong(): ResolvedDefinition;
  /** A job that is accepted and fails soon after. */
  failing?(): ResolvedDefinition;
  /** A job that comes to its end by itself soon. */
  finishing?(): ResolvedDefinition;
  /** What `allocateJobId` must look like. Default: 32 hex digits. */
  jobIdFormat?: RegExp;
  /** Cuts the engine off, or lets it answer again. */
  setReachable?(reachable: boolean): Promise<void> | void;
  /** The next submission arrives, but the engine's answer to it is lost. */
  loseNextAnswer?(): Promise<void> | void;
  /** Checks by the engine's own word that a run took its state from there. */
  expectRestored?(engineJobId: string, location: string): Promise<void>;
  /** How long a change of state may take. Default 30000 ms. */
  patienceMs?: number;
  /** After the last case. */
  dispose?(): Promise<void> | void;
};
