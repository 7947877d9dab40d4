import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe } from 'node:test';
import type { TestEngines } from '@datalark/local-engines';
import { ownEngines } from './faults/engines';
import { engineFaults } from './faults/engineFaults';
import { Lab } from './faults/Lab';
import { portalFaults } from './faults/portalFaults';
import { printTable } from './faults/table';

describe('the fault matrix', () => {
  const home = mkdtempSync(join(tmpdir(), 'datalark-faults-'));
  let engines: TestEngines;

  before(async () => {
    engines = await ownEngines(join(home, 'engines'), [
      'flink',
      'sql-gateway',
      'seatunnel',
      'postgres',
    ]);
  });
  after(async () => {
    printTable();
    await engines?.stop();
    if (!process.env.DATALARK_FAULTS_KEEP) {
      rmSync(home, { recursive: true, force: true });
    }
  });

  describe('one portal on SQLite', () => {
    let lab: Lab;
    before(async () => {
      lab = await Lab.open({ engines, home: join(home, 'sqlite') });
    });
    after(() => lab?.close());

    engineFaults(() => lab);
    portalFaults(() => lab);
  });
});
