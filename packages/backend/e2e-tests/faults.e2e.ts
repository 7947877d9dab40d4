import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe } from 'node:test';
import type { TestEngines } from '@datalark/local-engines';
import { availabilityFaults } from './faults/availabilityFaults';
import { clockFaults } from './faults/clockFaults';
import { diskFaults } from './faults/diskFaults';
import { engineFaults } from './faults/engineFaults';
import { ownEngines } from './faults/engines';
import { Lab } from './faults/Lab';
import { mountSmallDisk, unmount } from './faults/mount';
import { portalFaults } from './faults/portalFaults';
import { replicaFaults } from './faults/replicaFaults';
import { allRounds, SHORT } from './faults/rounds';
import { printTable } from './faults/table';
import { zetaFaults } from './faults/zetaFaults';
import { ZooKeeper } from './faults/ZooKeeper';

const ALL = process.env.DATALARK_FAULTS === 'all';
const ONLY = process.env.DATALARK_FAULTS_ONLY?.split(',');
const wanted = (...groups: string[]) =>
  !ONLY || groups.some(group => ONLY.includes(group));

describe('the fault matrix', () => {
  const home = mkdtempSync(join(tmpdir(), 'datalark-faults-'));
  let engines: TestEngines;
  let forgetful: TestEngines;
  let lab: Lab | undefined;

  before(async () => {
    [engines, forgetful] = await Promise.all([
      ownEngines(join(home, 'engines'), [
        'flink',
        'sql-gateway',
        'seatunnel',
        'postgres',
      ]),
      ownEngines(join(home, 'forgetful'), ['seatunnel'], { imap: false }),
    ]);
  });
  after(async () => {
    printTable();
    await Promise.all([engines?.stop(), forgetful?.stop()]);
    if (!process.env.DATALARK_FAULTS_KEEP) {
      rmSync(home, { recursive: true, force: true });
    }
  });
  const shut = async () => {
    await lab?.close();
    lab = undefined;
  };
  const opened = () => lab!;
  const postgres = () => {
    const { host, port, user, password } = engines.endpoints.postgres!;
    return {
      client: 'pg',
      connection: { host, port, user, password },
      prefix: `faults_${process.pid}_`,
    };
  };

  if (wanted('engine', 'zeta', 'clock', 'disk', 'portal')) {
    describe('one portal on SQLite', () => {
      const folder = join(home, 'sqlite');
      let disk: string | undefined;
      before(async () => {
        disk = mountSmallDisk(join(folder, 'portal-0/db'));
        lab = await Lab.open({
          engines: { flink: engines, zeta: engines, 'zeta-forgets': forgetful },
          home: folder,
        });
      });
      after(async () => {
        await shut();
        if (disk) unmount(disk);
      });

      if (wanted('engine')) engineFaults(opened, ALL);
      if (wanted('zeta')) zetaFaults(opened);
      if (wanted('clock')) clockFaults(opened);
      if (wanted('disk')) diskFaults(opened, () => disk);
      if (wanted('portal')) portalFaults(opened, ALL ? allRounds() : SHORT);
    });
  }

  if (wanted('replica')) {
    describe('two portals on PostgreSQL', () => {
      before(async () => {
        lab = await Lab.open({
          engines: { flink: engines },
          home: join(home, 'postgres'),
          database: postgres(),
          replicas: 2,
        });
      });
      after(shut);

      replicaFaults(opened);
    });
  }

  if (ONLY ? ONLY.includes('availability') : ALL) {
    describe('Flink with high availability', () => {
      let zooKeeper: ZooKeeper;
      let available: TestEngines;
      before(async () => {
        zooKeeper = await ZooKeeper.start(join(home, 'zookeeper'));
        const { flinkConfiguration } = zooKeeper;
        available = await ownEngines(
          join(home, 'available'),
          ['flink', 'sql-gateway'],
          { flinkConfiguration },
        );
        lab = await Lab.open({
          engines: { flink: available },
          home: join(home, 'availability'),
        });
      });
      after(async () => {
        await shut();
        await available?.stop();
        zooKeeper?.stop();
      });

      availabilityFaults(opened);
    });
  }

  if (ALL && wanted('portal')) {
    describe('one portal on PostgreSQL', () => {
      before(async () => {
        const database = postgres();
        lab = await Lab.open({
          engines: { flink: engines },
          home: join(home, 'postgres-alone'),
          database: { ...database, prefix: `${database.prefix}alone_` },
        });
      });
      after(shut);

      portalFaults(opened, allRounds());
    });
  }
});
