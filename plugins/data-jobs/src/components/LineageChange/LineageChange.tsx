import { JobSpec } from '@datalark/backstage-plugin-data-jobs-common';
import {
  ChangePreviewSlot,
  ChangePreviewState,
} from '@datalark/backstage-plugin-data-lineage-react';
import { useVersions } from '../../hooks/useVersions';

/**
 * What another definition would do to the lineage, against the version that is
 * deployed. Nothing where the app has no lineage.
 */
export function LineageChange(props: {
  job: { entityRef: string; latestVersion: number };
  /** The other definition, or the number of its version; absent: no other. */
  after: JobSpec | number | undefined;
  /** Absent: compared is with the newest version. */
  deployedVersion: number | undefined;
  onState: (state: ChangePreviewState) => void;
}) {
  const { job, after, deployedVersion, onState } = props;
  const versions = useVersions(job.entityRef, job.latestVersion);
  const specOf = (version: number | undefined) =>
    versions.data?.find(one => one.version === version)?.spec;
  const spec = typeof after === 'number' ? specOf(after) : after;
  const running = specOf(deployedVersion);
  return (
    <ChangePreviewSlot
      request={
        spec && !versions.isPending
          ? {
              entityRef: job.entityRef,
              definition: definitionOf(spec),
              ...(running && { before: { definition: definitionOf(running) } }),
            }
          : undefined
      }
      onState={onState}
    />
  );
}

function definitionOf(spec: JobSpec) {
  const { definition } = spec as JobSpec & {
    definition: Record<string, unknown>;
  };
  return { ...definition, type: spec.type };
}
