import assert from 'node:assert/strict';
import type { Halt } from './HeadlessPortal';
import type { Lab } from './Lab';
import { FLINK_JOB } from './specs';

/** Where verbs of one round come to a halt; a verb that is left out is not asked for. */
export type Round = Partial<
  Record<VerbName, [step: string, moment: Halt['moment']]>
>;

/** `new`: the first deploy. `upgrade`: the deploy of another version of a running job. */
export type VerbName =
  | 'new'
  | 'upgrade'
  | 'savepoint'
  | 'suspend'
  | 'resume'
  | 'restart'
  | 'stop';

const SPEC = { ...FLINK_JOB, upgradeMode: 'savepoint' };

type Before = { runs: number; id?: string; savepoints: number };

/** Verbs of seven jobs, all of them interrupted at once, and what must have come of them. */
export class Interrupted {
  #round = 0;
  readonly #before = new Map<VerbName, Before>();
  readonly #operations = new Map<VerbName, string>();

  constructor(private readonly lab: Lab, private readonly prefix: string) {}

  /** Brings the jobs into the state in which their verb makes sense. */
  async prepare(verbs: VerbName[]): Promise<void> {
    this.#round += 1;
    this.#operations.clear();
    await Promise.all(verbs.map(verb => this.#prepare(verb)));
    for (const verb of verbs) {
      const runs = this.lab.incarnations(this.jobOf(verb));
      const id = runs.at(-1)?.id;
      const savepoints = id ? this.lab.savepoints(id) : 0;
      this.#before.set(verb, { runs: runs.length, id, savepoints });
    }
  }

  jobOf(verb: VerbName): string {
    return verb === 'new'
      ? `${this.prefix}-new-${this.#round}`
      : `${this.prefix}-${verb}`;
  }

  halts(round: Round): Halt[] {
    return Object.entries(round).map(([verb, [step, moment]]) => ({
      job: this.jobOf(verb as VerbName),
      step,
      moment,
    }));
  }

  async ask(verb: VerbName): Promise<void> {
    const job = this.jobOf(verb);
    const id =
      verb === 'new'
        ? await this.lab.register(job, SPEC)
        : await this.lab.ask(job, verb === 'upgrade' ? 'deploy' : verb);
    this.#operations.set(verb, id);
  }

  /** All verbs have ended well, and the engine did each of them once. */
  async done(portal = this.lab.portal): Promise<string> {
    for (const [verb, id] of this.#operations) {
      await this.lab.succeeded(id, portal);
      const job = this.jobOf(verb);
      const ends = verb === 'suspend' || verb === 'stop';
      if (ends) {
        const state = verb === 'stop' ? 'canceled' : 'suspended';
        await this.lab.says(job, claim => claim.state === state);
      } else {
        await this.lab.runs(job);
      }
      this.#check(verb);
    }
    for (const verb of this.#operations.keys()) {
      if (verb === 'new') {
        await this.lab.succeeded(
          await this.lab.ask(this.jobOf(verb), 'stop', {}, portal),
          portal,
        );
      }
    }
    return `${this.#operations.size} verbs, each done once`;
  }

  #check(verb: VerbName): void {
    const { runs, id, savepoints } = this.#before.get(verb)!;
    const now = this.lab.incarnations(this.jobOf(verb)).length - runs;
    const starts = ['new', 'upgrade', 'resume', 'restart'].includes(verb);
    assert.equal(now, starts ? 1 : 0, `${verb}: runs that were started`);
    if (!id) return;
    const taken = this.lab.savepoints(id) - savepoints;
    const takes = ['upgrade', 'savepoint', 'suspend', 'restart'];
    assert.equal(
      taken,
      takes.includes(verb) ? 1 : 0,
      `${verb}: savepoints that were taken`,
    );
  }

  async #prepare(verb: VerbName): Promise<void> {
    if (verb === 'new') return;
    const { lab } = this;
    const job = this.jobOf(verb);
    const isNew = !this.#before.has(verb);
    if (isNew) await lab.running(job, SPEC);
    else if (verb === 'suspend') {
      await lab.succeeded(await lab.ask(job, 'resume'));
    } else if (verb === 'stop') {
      await lab.succeeded(
        await lab.ask(job, 'deploy', { params: { clean: true } }),
      );
    }
    if (verb === 'resume') {
      await lab.succeeded(await lab.ask(job, 'suspend'));
      return;
    }
    if (verb === 'upgrade') {
      await lab.portal.api(`data-jobs/jobs/default/${job}`, {
        method: 'PUT',
        body: JSON.stringify({
          spec: {
            ...SPEC,
            configuration: {
              'execution.checkpointing.interval': `${this.#round + 1} s`,
            },
          },
        }),
      });
    }
    await lab.runs(job);
  }
}
