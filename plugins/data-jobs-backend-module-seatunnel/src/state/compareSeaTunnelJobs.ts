import {
  StateCompatibility,
  StateVerdictReason,
  worstVerdict,
} from '@datalark/backstage-plugin-data-jobs-common';
import {
  ResolvedDefinition,
  compareAsText,
  compareSettings,
} from '@datalark/backstage-plugin-data-jobs-node';
import {
  JobConfig,
  PluginKind,
  blockPath,
  blocksOf,
} from '@datalark/seatunnel-config';
import { readDefinition } from '../definition/readDefinition';

/**
 * Tells whether a SeaTunnel job can take over the state of another. Zeta finds
 * state by the pipeline, the place and the name of a plugin; what a plugin
 * then makes of it is the plugin's own affair.
 */
export function compareSeaTunnelJobs(
  before: ResolvedDefinition,
  after: ResolvedDefinition,
): Pick<StateCompatibility, 'verdict' | 'reasons' | 'basis'> {
  const old = readDefinition(before).config;
  const fresh = readDefinition(after).config;
  if (!old || !fresh) return compareAsText(before, after, () => undefined);
  const reasons = [
    ...compareSettings(before, after, () => undefined),
    ...pluginReasons('source', old, fresh),
    ...pluginReasons('sink', old, fresh),
    ...shapeReasons(old, fresh),
  ];
  const [was, is] = [before, after].map(
    one => one.parallelism ?? one.configuration?.parallelism,
  );
  if (was !== is) {
    reasons.push({
      verdict: 'risky',
      subject: 'spec.parallelism',
      message: `The parallelism changes from ${was ?? 'its default'} to ${
        is ?? 'its default'
      }: Zeta deals the state out to another number of tasks, which not every plugin can do.`,
    });
  }
  return { verdict: worstVerdict(reasons), reasons, basis: 'definition' };
}

function pluginReasons(
  kind: PluginKind,
  before: JobConfig,
  after: JobConfig,
): StateVerdictReason[] {
  const old = blocksOf(before, kind);
  const fresh = blocksOf(after, kind);
  return old.flatMap((block, index): StateVerdictReason[] => {
    const path = blockPath(kind, index, block.plugin);
    const heir = fresh[index];
    if (heir?.plugin !== block.plugin) {
      return [
        {
          verdict: 'needs-clean-start',
          subject: path,
          message: heir
            ? `${path} becomes ${heir.plugin}, which cannot read its state.`
            : `${path} is gone, and its state with it.`,
        },
      ];
    }
    const changed = changedOptions(block.options, heir.options);
    if (!changed.length) return [];
    return [
      {
        verdict: 'risky',
        subject: path,
        message:
          kind === 'source'
            ? `${path} changes ${changed.join(
                ', ',
              )} and goes on at the position of the old one.`
            : `${path} changes ${changed.join(
                ', ',
              )}: what was not committed yet may go to the new place, or be lost.`,
      },
    ];
  });
}

function shapeReasons(
  before: JobConfig,
  after: JobConfig,
): StateVerdictReason[] {
  const reasons: StateVerdictReason[] = [];
  for (const kind of ['source', 'sink'] as const) {
    const fresh = blocksOf(after, kind);
    for (
      let index = blocksOf(before, kind).length;
      index < fresh.length;
      index += 1
    ) {
      const path = blockPath(kind, index, fresh[index].plugin);
      reasons.push({
        verdict: 'risky',
        subject: path,
        message: `${path} is new and begins without state; another number of pipelines may shift the state of the others.`,
      });
    }
  }
  const plugins = (job: JobConfig) =>
    job.transforms.map(one => one.plugin).join(', ');
  if (plugins(before) !== plugins(after)) {
    reasons.push({
      verdict: 'risky',
      subject: 'transform',
      message: `The transforms change from (${plugins(before)}) to (${plugins(
        after,
      )}): what was on its way at the savepoint passes the new ones.`,
    });
  }
  return reasons;
}

/** Names only: values may be secret. */
function changedOptions(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].filter(
    key => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
}
