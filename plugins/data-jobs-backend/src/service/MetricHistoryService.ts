import { InputError } from '@backstage/errors';
import {
  MetricHistory,
  MetricHistoryQuery,
  MetricMark,
  jobInspectPermission,
} from '@datalark/backstage-plugin-data-jobs-common';
import { DeploymentKey } from '../database/DeploymentStore';
import { StoredSample } from '../database/MetricStore';
import { Stores } from '../database/Stores';
import { gridOf, usualDistance } from '../metrics/gridOf';
import { AVERAGED_MS, MetricSettings } from '../metrics/MetricSettings';
import { Authorizer } from './Authorizer';
import { Caller } from './Caller';
import { deploymentOf } from './deploymentOf';
import { readableJob } from './readableJob';

const HOUR = 3_600_000;
const STEPS = 240;
const MOST_STEPS = 1_000;
const MOST_MARKS = 200;

/** Reads what was measured of jobs over time; asks no engine. */
export class MetricHistoryService {
  constructor(
    private readonly deps: {
      stores: Stores;
      authorizer: Authorizer;
      settings: MetricSettings;
    },
  ) {}

  async history(
    caller: Caller,
    ref: { entityRef: string; environment?: string } & MetricHistoryQuery,
  ): Promise<MetricHistory> {
    const { stores, authorizer, settings } = this.deps;
    const job = await readableJob(this.deps, caller, ref.entityRef);
    await authorizer.require(caller, jobInspectPermission, job.entityRef);
    const deployment = await deploymentOf(stores.deployments, ref);

    const to = instant('to', ref.to) ?? Date.now();
    const from = instant('from', ref.from) ?? to - HOUR;
    if (from >= to) throw new InputError('`from` must be before `to`.');
    const asked = (ref.step ?? 0) * 1_000;
    if (asked && (to - from) / asked > MOST_STEPS) {
      throw new InputError(
        `That is more than ${MOST_STEPS} steps. Ask for a shorter time, or a longer \`step\`.`,
      );
    }
    const wantedMs = asked || (to - from) / STEPS;
    const samples = await this.#samples(deployment, from, to, wantedMs);
    // Looked at less often than shown: the steps get longer, no gaps appear.
    const usual = Math.min(usualDistance(samples) ?? 0, 30 * 60_000);
    const least = Math.max(wantedMs, usual);
    const { intervalMs } = settings;
    const stepMs = Math.ceil(least / intervalMs) * intervalMs;
    const newest = await stores.metrics.newest(deployment);
    return {
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
      stepMs,
      ...gridOf(samples, { from, to, stepMs }),
      marks: await this.#marks(deployment, samples, from, to),
      ...(newest && { observedAt: new Date(newest.at).toISOString() }),
    };
  }

  /** Averages where they are fine enough or all there is, else what was read. */
  async #samples(
    key: DeploymentKey,
    from: number,
    to: number,
    stepMs: number,
  ): Promise<StoredSample[]> {
    const { metrics } = this.deps.stores;
    const rawFrom = Date.now() - this.deps.settings.rawMs;
    const start = Math.floor(from / AVERAGED_MS) * AVERAGED_MS;
    const averages =
      stepMs >= AVERAGED_MS || from < rawFrom
        ? await metrics.read(key, { resolution: AVERAGED_MS, from: start, to })
        : [];
    const last = averages[averages.length - 1];
    if (stepMs >= AVERAGED_MS) {
      const rest = last ? last.at + AVERAGED_MS : from;
      return [...averages, ...(await metrics.read(key, { from: rest, to }))];
    }
    const raw = await metrics.read(key, { from, to });
    const until = raw[0]?.at ?? to;
    return [
      ...averages.filter(({ at }) => at >= from && at + AVERAGED_MS <= until),
      ...raw,
    ];
  }

  async #marks(
    key: DeploymentKey,
    samples: StoredSample[],
    from: number,
    to: number,
  ): Promise<MetricMark[]> {
    const { operations, runs } = this.deps.stores;
    const inside = ({ at }: MetricMark) =>
      Date.parse(at) >= from && Date.parse(at) <= to;
    const verbs = (await operations.list(key, MOST_MARKS)).map(one => ({
      at: one.startedAt ?? one.createdAt,
      kind: 'operation' as const,
      verb: one.verb,
      state: one.state,
      operationId: one.id,
      by: one.requestedBy,
    }));
    const starts = (await runs.list(key, MOST_MARKS)).map(one => ({
      at: one.startedAt,
      kind: 'run' as const,
      version: one.version,
    }));
    return [...verbs, ...starts, ...restarts(samples)]
      .filter(inside)
      .sort((a, b) => a.at.localeCompare(b.at));
  }
}

/** Where the count of restarts grew within a run. */
function restarts(samples: StoredSample[]): MetricMark[] {
  return samples.flatMap((sample, index) => {
    const before = samples[index - 1];
    const grew =
      before &&
      before.runId === sample.runId &&
      (sample.values.restarts ?? 0) > (before.values.restarts ?? 0);
    return grew
      ? [{ at: new Date(sample.at).toISOString(), kind: 'restart' as const }]
      : [];
  });
}

function instant(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) {
    throw new InputError(
      `\`${name}\` is "${text}", which is no time. Write it as in 2026-01-31T12:00:00Z.`,
    );
  }
  return ms;
}
