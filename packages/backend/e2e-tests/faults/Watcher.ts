import { setTimeout as pause } from 'node:timers/promises';
import { HeadlessPortal } from './HeadlessPortal';

/** What the portal says of a job. */
export type Claim = {
  name: string;
  engine: string;
  state: string;
  health: string;
  engineJobId?: string;
  since: string;
  observedAt: string;
  lastKnown?: string;
  desired: string;
  /** A verb is under way. */
  isOperating: boolean;
};

/** One answer of the portal, as a page would get it. */
export type Sample = {
  asked: number;
  at: number;
  claims: Map<string, Claim>;
};

const EVERY_MS = 250;

/** Asks portals as an open page does, and keeps every answer. */
export class Watcher {
  readonly samples: Sample[] = [];
  readonly #stop = new AbortController();
  readonly #loops: Array<Promise<void>> = [];

  watch(portal: HeadlessPortal): void {
    this.#loops.push(this.#run(portal));
  }

  since(from: number): Sample[] {
    return this.samples.filter(sample => sample.asked >= from);
  }

  async end(): Promise<void> {
    this.#stop.abort();
    await Promise.all(this.#loops);
  }

  async #run(portal: HeadlessPortal): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const asked = Date.now();
      try {
        const { items } = await portal.api('data-jobs/jobs?limit=200');
        this.#keep(asked, items);
      } catch {
        // A page that gets no answer claims nothing.
      }
      await pause(EVERY_MS);
    }
  }

  #keep(asked: number, items: any[]): void {
    const claims = new Map<string, Claim>();
    for (const { name, deployment } of items) {
      const { observation } = deployment;
      claims.set(name, {
        name,
        engine: deployment.engine,
        state: observation.state,
        health: observation.health.state,
        engineJobId: observation.engineJobId,
        since: observation.since,
        observedAt: observation.observedAt,
        lastKnown: observation.lastKnown?.state,
        desired: deployment.desired,
        isOperating: Boolean(deployment.activeOperation),
      });
    }
    this.samples.push({ asked, at: Date.now(), claims });
  }
}
