import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AlertCause } from '@datalark/backstage-plugin-data-jobs-common';
import { CheckpointIntervals } from '../checkpoints/CheckpointIntervals';
import { StoredAlert } from '../database/AlertStore';
import { keyText, StoredDeployment } from '../database/DeploymentStore';
import { NoticeDraft } from '../database/NoticeStore';
import { Stores } from '../database/Stores';
import { EngineRegistry } from '../engines/EngineRegistry';
import { restorePoint } from '../operations/restorePoint';
import { Redactor } from '../secrets/Redactor';
import { AlertSubject } from './AlertSubject';
import {
  composeOpened,
  composeRecovered,
  composeVerbFailed,
  firstLine,
  NoticeFacts,
} from './composeNotice';
import { Finding, nextAlert } from './nextAlert';
import { NotificationSettings } from './NotificationSettings';
import { passesQuietHours, quietUntil } from './quietUntil';
import { ruleFindings, ruleWindowMs } from './ruleFindings';
import { standardFindings } from './standardFindings';

const EXCEPTIONS_MS = 3_000;
/** A verb that failed longer ago is news to nobody. */
const FAILURES_MS = 3_600_000;

/** What looking for causes needs. */
export type AlertWatchDeps = {
  stores: Stores;
  engines: EngineRegistry;
  catalog: CatalogService;
  auth: AuthService;
  redactor: Redactor;
  intervals: Pick<CheckpointIntervals, 'of'>;
  settings: NotificationSettings;
  logger: LoggerService;
};

/**
 * Finds what owners have to be told, remembers what they were told, and writes
 * notifications down. Sending them is another's task.
 */
export class AlertWatch {
  #slowRefs: string[] = [];
  #lookedSlowly = -Infinity;

  constructor(private readonly deps: AlertWatchDeps) {}

  async look(now: number): Promise<void> {
    const { stores, logger, redactor } = this.deps;
    await this.#lookSlowly(now);
    const operating = await stores.operations.activeKeys();
    for (const deployment of await stores.alerts.suspects(this.#slowRefs)) {
      try {
        const subject = await this.#subject(
          deployment,
          operating.has(keyText(deployment)),
          now,
        );
        if (subject) await this.#weigh(subject, now);
      } catch (error) {
        logger.warn(
          `Alerts of ${
            deployment.entityRef
          } were not looked at: ${redactor.message(error)}`,
        );
      }
    }
    await this.#failedVerbs(now);
  }

  async #lookSlowly(now: number): Promise<void> {
    const { stores, settings } = this.deps;
    if (now - this.#lookedSlowly < settings.slowlyEveryMs) return;
    this.#lookedSlowly = now;
    const before = new Date(now - settings.checkpointTooOldMs).toISOString();
    this.#slowRefs = [
      ...new Set([
        ...(await stores.alerts.refsWithRules()),
        ...(await stores.alerts.refsWithOldSnapshot(before)),
      ]),
    ];
  }

  async #subject(
    deployment: StoredDeployment,
    operating: boolean,
    now: number,
  ): Promise<AlertSubject | undefined> {
    const { stores } = this.deps;
    const job = await stores.jobs.get(deployment.entityRef);
    if (!job) return undefined;
    const windowMs = ruleWindowMs(job.spec.notifications?.rules ?? []);
    const { runId } = deployment;
    const samples = windowMs
      ? await stores.metrics.read(deployment, { from: now - windowMs, to: now })
      : [];
    return {
      job,
      deployment,
      operating,
      snapshot: runId
        ? await stores.snapshots.newestOfRun(deployment, runId)
        : undefined,
      checkpointIntervalMs: await this.deps.intervals.of(deployment),
      runStartedAt: runId
        ? (await stores.runs.get(runId))?.startedAt
        : undefined,
      samples: samples.filter(sample => sample.runId === runId),
    };
  }

  async #weigh(subject: AlertSubject, now: number): Promise<void> {
    const { stores, settings } = this.deps;
    const known = await stores.alerts.ofDeployment(subject.deployment);
    const findings = [
      ...standardFindings(subject, settings, now),
      ...ruleFindings(subject, now),
    ];
    // A rule that was removed does not hold any more.
    for (const [cause, { state, severity, message }] of known) {
      const isFound = findings.some(finding => finding.cause === cause);
      if (!isFound && state !== 'closed') {
        findings.push({ cause, severity, message, holds: false, forMs: 0 });
      }
    }
    for (const finding of findings) {
      await this.#record(subject, finding, known.get(finding.cause), now);
    }
  }

  async #record(
    subject: AlertSubject,
    finding: Finding,
    before: StoredAlert | undefined,
    now: number,
  ): Promise<void> {
    const { stores, settings } = this.deps;
    const at = new Date(now).toISOString();
    const { alert, tell } = nextAlert(before, finding, at, settings);
    if (!alert || alert === before) return;
    const { entityRef, environment } = subject.deployment;
    const row = {
      ...alert,
      entityRef,
      environment,
      cause: finding.cause,
      severity: finding.severity,
      message: finding.holds === true ? finding.message : before!.message,
    };
    const facts = tell && (await this.#facts(subject));
    await stores.knex.transaction(async trx => {
      const mine = await stores.alerts.write(row, before, trx);
      if (!mine || !facts) return;
      const payload =
        tell === 'opened'
          ? composeOpened(finding, alert, facts)
          : composeRecovered(finding, before!, facts, at);
      await stores.notices.create(
        this.#notice(subject, finding.cause, tell!, payload, now),
        trx,
      );
    });
  }

  #notice(
    { job, deployment }: AlertSubject,
    cause: AlertCause,
    event: 'opened' | 'recovered',
    payload: NoticeDraft['payload'],
    now: number,
  ): NoticeDraft {
    const { settings } = this.deps;
    const own = job.spec.notifications;
    const hours = own?.quietHours ?? settings.quietHours;
    const until = quietUntil(hours, new Date(now));
    const passes =
      hours &&
      event === 'opened' &&
      passesQuietHours(
        hours,
        cause,
        [job.spec.lifecycle, deployment.environment],
        own?.quietHours ? undefined : settings.exceptIn,
      );
    const off: string[] = own?.off ?? [];
    const isOff =
      off.includes(cause) ||
      (event === 'recovered' && off.includes('recovered'));
    return {
      entityRef: deployment.entityRef,
      environment: deployment.environment,
      cause,
      event,
      recipient: job.owner,
      scope: scopeOf(deployment, cause),
      payload,
      createdAt: new Date(now).toISOString(),
      heldUntil: until && !passes ? until.toISOString() : undefined,
      unwanted: isOff
        ? 'The job turns this off in spec.notifications.off.'
        : undefined,
    };
  }

  async #failedVerbs(now: number): Promise<void> {
    const { stores } = this.deps;
    const since = new Date(now - FAILURES_MS).toISOString();
    for (const key of await stores.notices.untoldFailures(since)) {
      const operation = await stores.operations.get(key.id);
      const deployment = await stores.deployments.get(key);
      const subject =
        deployment && (await this.#subject(deployment, false, now));
      if (!operation || !subject) continue;
      const error = firstLine(operation.error?.message);
      const facts = { ...(await this.#facts(subject, false)), error };
      const notice = this.#notice(
        subject,
        'verb-failed',
        'opened',
        composeVerbFailed(operation, facts),
        now,
      );
      const scope = `${notice.scope}:${operation.verb}`;
      const isTold =
        error !== undefined &&
        (await stores.notices.isTold(scope, error, since));
      await stores.notices.create({
        ...notice,
        scope,
        operationId: operation.id,
        unwanted:
          notice.unwanted ??
          (isTold ? 'The same was told less than an hour ago.' : undefined),
      });
    }
  }

  async #facts(subject: AlertSubject, askEngine = true): Promise<NoticeFacts> {
    const { stores, redactor } = this.deps;
    const [entity, error, point] = await Promise.all([
      this.#entity(subject.deployment.entityRef),
      askEngine ? this.#lastError(subject) : undefined,
      restorePoint(subject.deployment, stores),
    ]);
    return redactor.value({ subject, entity, error, restorePoint: point });
  }

  async #entity(entityRef: string): Promise<Entity | undefined> {
    const { catalog, auth } = this.deps;
    try {
      return await catalog.getEntityByRef(entityRef, {
        credentials: await auth.getOwnServiceCredentials(),
      });
    } catch {
      // A notification without a runbook is better than none.
      return undefined;
    }
  }

  /** What the engine says of the failure, else what was observed. */
  async #lastError({ deployment }: AlertSubject): Promise<string | undefined> {
    const { engineJobId, message, health } = deployment.observation;
    const engine = this.deps.engines.find(deployment.engine);
    const isTrouble = health.state === 'degraded';
    if (!isTrouble) return undefined;
    if (engine?.capabilities.exceptions && engineJobId) {
      try {
        const told = await engine.exceptions(engineJobId, {
          signal: AbortSignal.timeout(EXCEPTIONS_MS),
        });
        const [newest] = [...told].sort((a, b) => (a.at < b.at ? 1 : -1));
        if (newest) return firstLine(wordsOf(newest));
      } catch {
        // What was observed says enough.
      }
    }
    return firstLine(message);
  }
}

function wordsOf(exception: { name: string; message: string }): string {
  const { name, message } = exception;
  return message.includes(name) ? message : `${name}: ${message}`;
}

function scopeOf(
  { entityRef, environment }: StoredDeployment,
  cause: string,
): string {
  return `data-jobs:${entityRef}:${environment}:${cause}`;
}
