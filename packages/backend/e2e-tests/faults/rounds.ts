import type { Halt } from './HeadlessPortal';
import type { Round, VerbName } from './Interrupted';

/** The moments that matter most, for every run of the tests. */
export const SHORT: Round[] = [
  {
    new: ['Submit the job', 'told'],
    upgrade: ['Stop with a savepoint', 'told'],
    savepoint: ['Take a savepoint', 'told'],
    suspend: ['Stop with a savepoint', 'begun'],
    resume: ['Submit the job', 'done'],
    restart: ['Submit the job', 'telling'],
    stop: ['Cancel the job', 'told'],
    rollback: ['Submit the job', 'told'],
    restore: ['Cancel the job', 'telling'],
    delete: ['Forget the job', 'done'],
  },
];

const TELLS: Halt['moment'][] = ['begun', 'telling', 'told', 'done'];
const LOOKS: Halt['moment'][] = ['begun', 'done'];
const CHECK = ['Check the definition', LOOKS] as const;
const LOOK = ['Look at the job', LOOKS] as const;
const COMPARE = ['Compare with', LOOKS] as const;
const CANCEL = ['Cancel the job', TELLS] as const;
const STOP = ['Stop with a savepoint', TELLS] as const;
const SUBMIT = ['Submit the job', TELLS] as const;
const WAIT = ['Wait until it runs', LOOKS] as const;

const STEPS: Record<
  VerbName,
  ReadonlyArray<readonly [string, Halt['moment'][]]>
> = {
  new: [CHECK, LOOK, SUBMIT, WAIT],
  upgrade: [CHECK, COMPARE, LOOK, STOP, SUBMIT, WAIT],
  savepoint: [['Take a savepoint', TELLS]],
  suspend: [LOOK, STOP],
  resume: [CHECK, LOOK, SUBMIT, WAIT],
  restart: [CHECK, LOOK, STOP, SUBMIT, WAIT],
  stop: [LOOK, CANCEL],
  rollback: [CHECK, COMPARE, LOOK, STOP, SUBMIT, WAIT],
  restore: [CHECK, COMPARE, LOOK, CANCEL, SUBMIT, WAIT],
  delete: [LOOK, STOP, ['Forget the job', LOOKS]],
};

/** Every moment of every step of every verb. */
export function allRounds(): Round[] {
  const rounds: Round[] = [];
  for (const [verb, steps] of Object.entries(STEPS)) {
    const moments = steps.flatMap(([step, all]) =>
      all.map((moment): [string, Halt['moment']] => [step, moment]),
    );
    for (const [i, halt] of moments.entries()) {
      rounds[i] = { ...rounds[i], [verb]: halt };
    }
  }
  return rounds;
}
