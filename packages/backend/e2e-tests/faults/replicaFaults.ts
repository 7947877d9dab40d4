import { it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { Interrupted, namesOf, Round } from './Interrupted';
import type { Lab } from './Lab';

const ROUND: Round = {
  upgrade: ['Stop with a savepoint', 'told'],
  suspend: ['Stop with a savepoint', 'told'],
  restart: ['Submit the job', 'told'],
};

/** Two portals on one PostgreSQL: one of them dies or freezes in the middle of verbs. */
export function replicaFaults(open: () => Lab): void {
  let verbs: Interrupted;
  const names = namesOf(ROUND);
  const jobs = () => names.map(name => verbs.jobOf(name));

  // The other one sleeps meanwhile, so that it is the first that takes the verbs up.
  const halt = async (lab: Lab, signal: NodeJS.Signals) => {
    const [first, second] = lab.portals;
    await first.endAt(verbs.halts(ROUND), signal);
    second.signal('SIGSTOP');
    await Promise.all(names.map(name => verbs.ask(name)));
    await first.accepted();
  };

  it('a replica killed', async () => {
    const lab = open();
    const [first, second] = lab.portals;
    verbs = new Interrupted(lab, 'pair');
    await verbs.prepare(names);
    first.prepareNext();
    await lab.fault(
      'One of two replicas killed -9 in the middle of 3 verbs',
      jobs(),
      async over => {
        await halt(lab, 'SIGKILL');
        await first.dies(120_000);
        second.signal('SIGCONT');
        over();
        return `${await verbs.done(second)}, by the other replica`;
      },
    );
    await first.up();
  });

  it('a replica frozen', async () => {
    const lab = open();
    const [first, second] = lab.portals;
    await verbs.prepare(names);
    await lab.fault(
      'One of two replicas frozen for a minute in the middle of 3 verbs, coming back',
      jobs(),
      async over => {
        await halt(lab, 'SIGSTOP');
        await first.freezes(120_000);
        second.signal('SIGCONT');
        over();
        await pause(60_000);
        first.signal('SIGCONT');
        return `${await verbs.done(second)}; the frozen one left them alone`;
      },
    );
  });
}
