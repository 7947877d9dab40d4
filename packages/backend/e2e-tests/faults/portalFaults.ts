import { it } from 'node:test';
import { Interrupted, lastingOf, namesOf, Round } from './Interrupted';
import type { Lab } from './Lab';

/** The portal dies in the middle of verbs, and the next one goes on. */
export function portalFaults(open: () => Lab, rounds: Round[]): void {
  let verbs: Interrupted;
  rounds.forEach((round, i) => {
    const names = namesOf(round);
    const places = names.map(
      name => `${name} at "${round[name]![0]}" (${round[name]![1]})`,
    );
    it(`portal killed, round ${i + 1}: ${places.join(', ')}`, async () => {
      const lab = open();
      verbs ??= new Interrupted(lab, 'cut');
      await verbs.prepare(names);
      const { portal } = lab;
      portal.prepareNext();
      await lab.fault(
        `Portal killed -9 in the middle of ${places.join(', ')}`,
        lastingOf(round).map(name => verbs.jobOf(name)),
        async over => {
          await portal.endAt(verbs.halts(round));
          await Promise.all(names.map(name => verbs.ask(name)));
          await portal.dies(120_000);
          over();
          await portal.up();
          return verbs.done();
        },
      );
    });
  });
}
