import { ContractRig } from './ContractRig';
import { JobEngineBench } from './JobEngineBench';
import { insightCases } from './insightCases';
import { observationCases } from './observationCases';
import { snapshotCases } from './snapshotCases';
import { submissionCases } from './submissionCases';

/**
 * The contract of `JobEngine` as a jest `describe`: the cases are the
 * same for every engine, its capabilities decide what they expect. `setup`
 * runs once; every case cancels the jobs that it started.
 *
 * @public
 */
export function describeJobEngine(
  name: string,
  setup: () => Promise<JobEngineBench> | JobEngineBench,
  options: {
    /** Time for one case, and for `setup`. Default 60000 ms. */
    timeoutMs?: number;
  } = {},
): void {
  const { timeoutMs = 60_000 } = options;
  describe(`${name} keeps the contract of a JobEngine`, () => {
    let rig: ContractRig | undefined;
    const theRig = () => {
      if (!rig) throw new Error(`${name} was not set up`);
      return rig;
    };

    jest.setTimeout(timeoutMs);
    beforeAll(async () => {
      rig = new ContractRig(await setup());
    }, timeoutMs);
    afterEach(() => rig?.cleanUp());
    afterAll(() => rig?.bench.dispose?.());

    it('says who it is and what it can do', () => {
      const { engine } = theRig();
      expect(engine.name).toMatch(/\S/);
      expect(engine.type).toMatch(/\S/);
      expect(engine.capabilities.jobTypes).not.toEqual([]);
      expect(engine.capabilities.verbs).toEqual(
        expect.arrayContaining(['deploy', 'stop']),
      );
    });

    submissionCases(theRig);
    snapshotCases(theRig);
    observationCases(theRig);
    insightCases(theRig);
  });
}
