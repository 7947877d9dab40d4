import { it } from 'node:test';
import { Interrupted, lastingOf, namesOf, Round } from './Interrupted';
import type { Lab } from './Lab';

/** The portal dies in the middle of verbs, and the next one goes on. */
export function portalFaults(open: () => Lab, rounds: Round[]): void {
  let verbs: Interrupted | undefined;
  rounds.forEach((round, i) => {
    const names = namesOf(round);
    const places = names.map(
      name => `${name} at "${round[name]![0]}" (${round[name]![1]})`,
    );
    it(`portal killed, round ${i + 1}: ${places.join(', ')}`, async () => {
      const lab = open();
      const { portal } = lab;
      if (!portal.isAlive) await portal.up();
      const cut = verbs ?? new Interrupted(lab, `cut-${i + 1}`);
      // What a failed round leaves is nothing to go on with.
      verbs = undefined;
      await cut.prepare(names);
      portal.prepareNext();
      await lab.fault(
        `Portal killed -9 in the middle of ${places.join(', ')}`,
        lastingOf(round).map(name => cut.jobOf(name)),
        async over => {
          await portal.endAt(cut.halts(round));
          await Promise.all(names.map(name => cut.ask(name)));
          await portal.accepted();
          await portal.dies(120_000).catch(async error => {
            await portal.kill();
            throw error;
          });
          over();
          await portal.up();
          return cut.done();
        },
      );
      verbs = cut;
    });
  });
}
