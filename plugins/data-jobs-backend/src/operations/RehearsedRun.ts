import {
  Operation,
  OperationParams,
  PreviewedStep,
  Verb,
} from '@datalark/backstage-plugin-data-jobs-common';
import { Foreseen, OperationDeps, OperationRun } from './OperationRun';

/**
 * A verb gone through without doing it: the code that carries a verb out runs,
 * its steps are foreseen in place of taken, and nothing is written. What is
 * previewed and what is done are therefore one plan.
 */
export class RehearsedRun extends OperationRun {
  readonly planned: PreviewedStep[] = [];
  override readonly isRehearsal = true;

  constructor(
    deps: OperationDeps,
    request: {
      entityRef: string;
      environment: string;
      verb: Verb;
      params: OperationParams;
      versionBefore?: number;
      versionAfter?: number;
    },
    /** The engine may be asked what only it can tell. */
    readonly asksEngine: boolean,
  ) {
    const operation: Operation = {
      ...request,
      id: 'preview',
      state: 'running',
      steps: [],
      requestedBy: 'preview',
      surface: 'api',
      createdAt: new Date().toISOString(),
    };
    const never = new AbortController().signal;
    super(deps, { operation, progress: {} }, 'preview', never);
  }

  override async step<T>(
    name: string,
    _act: unknown,
    foresee: () => Foreseen<T> | Promise<Foreseen<T>>,
  ): Promise<T> {
    const step: PreviewedStep = { name };
    this.planned.push(step);
    const { result, message, skipped } = await foresee();
    if (message) step.message = this.deps.redactor.text(message);
    if (skipped) step.skipped = true;
    return result;
  }

  override async save(): Promise<void> {
    // Nothing is written down.
  }
}
