import {
  EngineCapabilities,
  OperationParams,
  Verb,
} from '@datalark/backstage-plugin-data-jobs-common';

/** What a person has filled in; each verb uses some of it. */
export type VerbForm = {
  reason: string;
  withSavepoint: boolean;
  drain: boolean;
  /** Id of a known snapshot. */
  snapshot: string;
  /** A location, in place of a known snapshot. */
  location: string;
  version?: number;
  /** Environment whose version is deployed here. */
  promoteFrom?: string;
  clean: boolean;
  allowNonRestoredState: boolean;
  /** Take the state over although it may not fit. */
  acceptRisk: boolean;
  typedName: string;
};

/** What the first state of a form depends on. */
export type VerbFormContext = {
  runs: boolean;
  processing: 'streaming' | 'batch';
  upgradeMode: 'stateless' | 'savepoint' | 'last-state';
  /** Undefined: the engine is not known. */
  capabilities?: EngineCapabilities;
  preset?: { version?: number; snapshot?: string; promoteFrom?: string };
};

/** Tells whether a savepoint on the way down can be offered. */
export function canSavepoint(context: VerbFormContext): boolean {
  if (!context.runs || context.processing === 'batch') return false;
  const verbs = context.capabilities?.verbs;
  return !verbs || verbs.includes('suspend') || verbs.includes('savepoint');
}

/** The form as it opens: the choice that keeps most. */
export function initialVerbForm(context: VerbFormContext): VerbForm {
  return {
    reason: '',
    withSavepoint: canSavepoint(context) && context.upgradeMode !== 'stateless',
    drain: false,
    snapshot: context.preset?.snapshot ?? '',
    location: '',
    version: context.preset?.version,
    promoteFrom: context.preset?.promoteFrom,
    clean: false,
    allowNonRestoredState: false,
    acceptRisk: false,
    typedName: '',
  };
}

/** The parameters of the request: those that the verb knows and that say something. */
export function verbParams(
  verb: Verb,
  form: VerbForm,
  context: VerbFormContext,
): OperationParams {
  const savepoint = canSavepoint(context)
    ? { withSavepoint: form.withSavepoint }
    : {};
  switch (verb) {
    case 'deploy':
    case 'rollback':
      return {
        ...(form.promoteFrom
          ? { promoteFrom: form.promoteFrom }
          : form.version !== undefined && { version: form.version }),
        ...(form.clean && { clean: true }),
        ...(!form.clean &&
          form.allowNonRestoredState && { allowNonRestoredState: true }),
        ...(!form.clean && form.acceptRisk && { acceptRisk: true }),
      };
    case 'stop':
      return {
        ...savepoint,
        ...(savepoint.withSavepoint && form.drain && { drain: true }),
      };
    case 'restart':
    case 'delete':
      return savepoint;
    case 'restore': {
      const snapshot = form.location.trim() || form.snapshot;
      return {
        ...(snapshot && { snapshot }),
        ...(form.allowNonRestoredState && { allowNonRestoredState: true }),
        ...(form.acceptRisk && { acceptRisk: true }),
      };
    }
    default:
      return {};
  }
}
