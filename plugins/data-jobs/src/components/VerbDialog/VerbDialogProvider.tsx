import {
  createContext,
  ReactNode,
  useCallback,
  useContext,
  useMemo,
  useState,
} from 'react';
import {
  JobSummary,
  Operation,
  Verb,
} from '@datalark/backstage-plugin-data-jobs-common';
import { OperationWatcher } from './OperationWatcher';
import { VerbDialog } from './VerbDialog';

/** A verb that somebody wants to ask for. */
export type VerbRequest = {
  verb: Verb;
  job: JobSummary;
  /** What the place it was asked from knows already. */
  preset?: { version?: number; snapshot?: string; promoteFrom?: string };
};

type Watched = { operation: Operation; job: JobSummary };

const VerbDialogContext = createContext<
  ((request: VerbRequest) => void) | undefined
>(undefined);

/** Opens the dialog of a verb. */
export function useVerbDialog(): (request: VerbRequest) => void {
  const open = useContext(VerbDialogContext);
  if (!open) throw new Error('No VerbDialogProvider is above this component');
  return open;
}

/** Shows the dialogs of verbs, and follows what was asked for to its end. */
export function VerbDialogProvider(props: { children: ReactNode }) {
  const [request, setRequest] = useState<VerbRequest>();
  const [watched, setWatched] = useState<Watched[]>([]);
  const [shownId, setShownId] = useState<string>();

  const open = useCallback((next: VerbRequest) => setRequest(next), []);
  const close = useCallback(() => {
    setRequest(undefined);
    setShownId(undefined);
  }, []);
  const watch = useCallback((next: Watched) => {
    setWatched(list => [...list, next]);
    setShownId(next.operation.id);
  }, []);
  const forget = useCallback(
    (id: string) =>
      setWatched(list => list.filter(one => one.operation.id !== id)),
    [],
  );
  const dialog = useMemo(
    () =>
      request && (
        <VerbDialog
          key={`${request.verb}:${request.job.entityRef}:${request.job.deployment.environment}`}
          request={request}
          onRequested={operation => watch({ operation, job: request.job })}
          onClose={close}
        />
      ),
    [request, watch, close],
  );

  return (
    <VerbDialogContext.Provider value={open}>
      {props.children}
      {dialog}
      {watched.map(({ operation, job }) => (
        <OperationWatcher
          key={operation.id}
          operation={operation}
          job={job}
          silent={operation.id === shownId}
          onEnd={forget}
        />
      ))}
    </VerbDialogContext.Provider>
  );
}
