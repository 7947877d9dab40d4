import assert from 'node:assert/strict';
import type { Halt, HeadlessPortal } from './HeadlessPortal';
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
  | 'stop'
  | 'rollback'
  | 'restore'
  | 'delete';

/** Verbs whose job is another one each time: before it there is none, or after it there is none. */
const ONCE: VerbName[] = ['new', 'delete'];
const ENDS: VerbName[] = ['suspend', 'stop', 'delete'];
const STARTS: VerbName[] = [
  'new',
  'upgrade',
  'resume',
  'restart',
  'rollback',
  'restore',
];
const TAKES_SAVEPOINT: VerbName[] = [
  'upgrade',
  'savepoint',
  'suspend',
  'restart',
  'rollback',
  'delete',
];

/** Those of a round whose jobs are there before and after. */
export function lastingOf(round: Round): VerbName[] {
  return namesOf(round).filter(name => !ONCE.includes(name));
}

export function namesOf(round: Round): VerbName[] {
  return Object.keys(round) as VerbName[];
}

const SPEC = { ...FLINK_JOB, upgradeMode: 'savepoint' };

type Before = { runs: number; id?: string; savepoints: number };

/** Verbs of several jobs, all of them interrupted at once, and what must have come of them. */
export class Interrupted {
  #round = 0;
  readonly #before = new Map<VerbName, Before>();
  readonly #operations = new Map<VerbName, string>();
  readonly #params = new Map<VerbName, object>();

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
    return ONCE.includes(verb)
      ? `${this.prefix}-${verb}-${this.#round}`
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
        : await this.lab.ask(
            job,
            verb === 'upgrade' ? 'deploy' : verb,
            this.#params.get(verb),
          );
    this.#operations.set(verb, id);
  }

  /** All verbs have ended well, and the engine did each of them once. */
  async done(portal = this.lab.portal): Promise<string> {
    for (const [verb, id] of this.#operations) {
      await this.lab.succeeded(id, portal);
      const job = this.jobOf(verb);
      if (verb === 'delete') {
        await this.#forgotten(job, portal);
      } else if (ENDS.includes(verb)) {
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
    assert.equal(
      now,
      STARTS.includes(verb) ? 1 : 0,
      `${verb}: runs that were started`,
    );
    if (!id) return;
    assert.equal(
      this.lab.savepoints(id) - savepoints,
      TAKES_SAVEPOINT.includes(verb) ? 1 : 0,
      `${verb}: savepoints that were taken`,
    );
  }

  /** The portal knows it no more, and the engine has ended it. */
  async #forgotten(job: string, portal: HeadlessPortal): Promise<void> {
    await assert.rejects(portal.api(`data-jobs/jobs/default/${job}`), /404/);
    assert.equal(this.lab.incarnations(job).at(-1)?.isLive, false);
  }

  async #prepare(verb: VerbName): Promise<void> {
    if (verb === 'new') return;
    const { lab } = this;
    const job = this.jobOf(verb);
    const isNew = ONCE.includes(verb) || !this.#before.has(verb);
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
    if (verb === 'upgrade' || verb === 'rollback') await this.#change(job);
    if (verb === 'rollback') {
      const { versionAfter } = await lab.succeeded(
        await lab.ask(job, 'deploy'),
      );
      this.#params.set(verb, {
        params: { version: versionAfter - 1 },
      });
    }
    if (verb === 'restore' && isNew) {
      await lab.succeeded(await lab.ask(job, 'savepoint'));
      const { value } = await lab.portal.api(
        `data-jobs/jobs/default/${job}/snapshots`,
      );
      const taken = value.find(({ kind }: any) => kind === 'savepoint');
      this.#params.set(verb, { params: { snapshot: taken.id } });
      // Another version's snapshot, so that there is something to compare.
      await this.#change(job);
      await lab.succeeded(await lab.ask(job, 'deploy'));
    }
    await lab.runs(job);
  }

  /** A version that is not the one that runs. */
  async #change(job: string): Promise<void> {
    await this.lab.portal.api(`data-jobs/jobs/default/${job}`, {
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
}
