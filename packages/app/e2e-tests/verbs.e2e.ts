import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { picture } from './browser';
import { engineAnswer } from './engineAnswer';
import { countingJob, ExampleJobs, syncJob } from './exampleJobs';
import { JobPage } from './jobPage';
import { Portal } from './portal';
import { openWorkplace, Workplace } from './workplace';

const FASTER = { 'execution.checkpointing.interval': '1 s' };

const RUNS = /^Healthy: running for/;

describe('the verbs on a page', () => {
  let place: Workplace;
  let portal: Portal;
  let page: Page;
  let jobs: ExampleJobs;
  const suffix = Date.now().toString(36);
  const clicks = `clicks-${suffix}`;
  const rows = `rows-${suffix}`;

  const newestRun = async (name: string) =>
    (await jobs.call(`/default/${name}/runs?limit=1`)).items[0];

  /** From where Flink itself says that the present run started. */
  const restoredByFlink = async () => {
    const run = await newestRun(clicks);
    const job = await engineAnswer(portal, 'flink', `/jobs/${run.engineJobId}`);
    assert.equal(job.state, 'RUNNING');
    const { latest } = await engineAnswer(
      portal,
      'flink',
      `/jobs/${run.engineJobId}/checkpoints`,
    );
    assert.equal(latest.restored?.external_path, run.restoredFrom);
    return { version: run.version, from: run.restoredFrom as string };
  };
  const stateOnFlink = async () => {
    const { engineJobId } = await newestRun(clicks);
    return (await engineAnswer(portal, 'flink', `/jobs/${engineJobId}`)).state;
  };

  before(async () => {
    place = await openWorkplace(15_000);
    ({ portal, page, jobs } = place);
    await Promise.all([
      jobs.make(clicks, countingJob()),
      jobs.make(rows, syncJob()),
    ]);
    await Promise.all(
      [clicks, rows].map(name => jobs.untilState(name, 'running')),
    );
    await jobs.change(
      clicks,
      countingJob({ configuration: FASTER }),
      'Checkpoints more often',
    );
  });
  after(() => place?.close());

  describe('of a Flink job', () => {
    let job: JobPage;
    let firstSavepoint: string;
    let newestSnapshot: string;
    before(async () => {
      job = new JobPage(page, portal, clicks);
      await job.open();
    });

    it('take savepoint: the job goes on, and the snapshot is listed', async () => {
      await job.says(RUNS);
      await job.perform(
        {
          verb: 'Take savepoint',
          done: 'Savepoint taken',
          from: 'bar',
          warns: /State is untouched/,
        },
        'savepoint',
      );
      await job.says(RUNS);
      assert.match(await job.newestOperation('Take savepoint'), /by Guest/);
      const row = await job.snapshot(/Savepoint/);
      await picture(page, 'verb-savepoint-page');
      firstSavepoint = await row.getByRole('code').innerText();
      assert.equal(await stateOnFlink(), 'RUNNING');
    });

    it('deploy: the newest version takes over with the state', async () => {
      await job.tab('Overview');
      await page.getByText('version 1, newest is 2').waitFor();
      await job.perform(
        {
          verb: 'Deploy',
          done: 'Deployed',
          from: 'bar',
          warns: /State is kept: a savepoint is taken first/,
        },
        'deploy',
      );
      await job.says(RUNS);
      await page.getByText('version 2', { exact: true }).waitFor();
      await picture(page, 'verb-deploy-page');
      assert.match(
        await job.newestOperation('Deploy'),
        /Stop with a savepoint/,
      );
      const { version, from } = await restoredByFlink();
      assert.equal(version, 2);
      assert.match(from, /savepoint/);
      assert.notEqual(from, firstSavepoint);
    });

    it('restart: with a savepoint first', async () => {
      await job.perform(
        {
          verb: 'Restart',
          done: 'Restarted',
          from: 'menu',
          warns: /State is kept/,
        },
        'restart',
      );
      await job.says(RUNS);
      await job.newestOperation('Restart');
      await picture(page, 'verb-restart-page');
      assert.match((await restoredByFlink()).from, /savepoint/);
    });

    it('suspend: nothing runs, and the savepoint would be used now', async () => {
      await job.perform(
        {
          verb: 'Suspend',
          done: 'Suspended',
          from: 'bar',
          warns: /State is kept in the new savepoint/,
        },
        'suspend',
      );
      await job.says(/^Suspended for .*, as wanted/);
      await job.newestOperation('Suspend');
      const row = await job.snapshot(/would be used now/);
      await picture(page, 'verb-suspend-page');
      newestSnapshot = await row.getByRole('code').innerText();
      assert.equal(await stateOnFlink(), 'FINISHED');
    });

    it('resume: from that savepoint', async () => {
      await job.perform(
        {
          verb: 'Resume',
          done: 'Resumed',
          from: 'bar',
          warns: /State is kept: it starts from the savepoint/,
        },
        'resume',
      );
      await job.says(RUNS);
      await job.newestOperation('Resume');
      await picture(page, 'verb-resume-page');
      assert.equal((await restoredByFlink()).from, newestSnapshot);
    });

    it('stop without a savepoint: somebody has to accept the loss', async () => {
      await (await job.snapshot(/Checkpoint/)).waitFor();
      await job.perform(
        {
          verb: 'Stop',
          done: 'Stopped',
          from: 'bar',
          warns: /State is kept in the new savepoint/,
          fill: async dialog => {
            await dialog.getByText('At once, without a savepoint').click();
            await dialog
              .getByText(/^Everything since the .* is lost/)
              .waitFor();
            await dialog.getByLabel(`Type ${clicks} to confirm`).fill(clicks);
          },
        },
        'stop-plain',
      );
      await job.says(/^Stopped for .*, as wanted/);
      assert.match(await job.newestOperation('Stop'), /Cancel the job/);
      await picture(page, 'verb-stop-plain-page');
      assert.equal(await stateOnFlink(), 'CANCELED');
    });

    it('deploy again: from the restore point', async () => {
      await job.perform(
        {
          verb: 'Deploy',
          done: 'Deployed',
          from: 'bar',
          warns: /State is kept: it starts from the/,
        },
        'deploy-again',
      );
      await job.says(RUNS);
      await job.newestOperation('Deploy');
      await picture(page, 'verb-deploy-again-page');
      assert.ok((await restoredByFlink()).from);
    });

    it('stop with a savepoint: it is kept', async () => {
      await job.perform(
        {
          verb: 'Stop',
          done: 'Stopped',
          from: 'bar',
          warns: /State is kept in the new savepoint/,
        },
        'stop-savepoint',
      );
      await job.says(/^Stopped for .*, as wanted/);
      assert.match(await job.newestOperation('Stop'), /Stop with a savepoint/);
      await job.snapshot(/Savepoint.*would be used now/s);
      await picture(page, 'verb-stop-savepoint-page');
      assert.equal(await stateOnFlink(), 'FINISHED');
    });

    it('restore: from the first savepoint of the list', async () => {
      const row = page.getByRole('row').filter({ hasText: firstSavepoint });
      await job.perform(
        {
          verb: 'Restore',
          done: 'Restored',
          from: row.getByRole('button', {
            name: /^Restore from the savepoint/,
          }),
          warns:
            /^Everything since the savepoint taken .* from version 1 is lost/,
          fill: dialog =>
            dialog.getByLabel(`Type ${clicks} to confirm`).fill(clicks),
        },
        'restore',
      );
      await job.says(RUNS);
      await job.newestOperation('Restore');
      await page
        .getByRole('row')
        .filter({ hasText: firstSavepoint })
        .first()
        .waitFor();
      await picture(page, 'verb-restore-page');
      assert.equal((await restoredByFlink()).from, firstSavepoint);
    });

    it('roll back: the version before runs, with the state', async () => {
      await job.perform(
        {
          verb: 'Roll back',
          done: 'Rolled back',
          from: 'menu',
          warns: /State is kept: a savepoint is taken first/,
        },
        'rollback',
      );
      await job.says(RUNS);
      await job.newestOperation('Roll back');
      await page.getByText('Version 2 to 1', { exact: true }).waitFor();
      await job.tab('Overview');
      await page.getByText('version 1, newest is 2').waitFor();
      await picture(page, 'verb-rollback-page');
      const { version, from } = await restoredByFlink();
      assert.equal(version, 1);
      assert.match(from, /savepoint/);
    });

    it('delete: the job is forgotten, and nothing runs', async () => {
      const { engineJobId } = await newestRun(clicks);
      await job.perform(
        {
          verb: 'Delete',
          done: 'Deleted',
          from: 'menu',
          warns: /State is kept in the new savepoint/,
          fill: dialog =>
            dialog.getByLabel(`Type ${clicks} to confirm`).fill(clicks),
        },
        'delete',
      );
      await page.getByText('The job is deleted.').waitFor();
      await picture(page, 'verb-delete-page');
      const { state } = await engineAnswer(
        portal,
        'flink',
        `/jobs/${engineJobId}`,
      );
      assert.equal(state, 'FINISHED');
      await assert.rejects(jobs.call(`/default/${clicks}`), /404/);
      await page.getByRole('link', { name: 'Show all data jobs' }).click();
      await page.getByText('Hello, Flink').first().waitFor();
      assert.equal(await page.getByText(clicks).count(), 0);
    });
  });

  describe('of a SeaTunnel job', () => {
    let job: JobPage;
    before(async () => {
      job = new JobPage(page, portal, rows);
      await job.open();
    });

    it('stop with a savepoint, then restore it', async () => {
      const first = await newestRun(rows);
      await job.says(RUNS);
      await job.perform(
        {
          verb: 'Stop',
          done: 'Stopped',
          from: 'bar',
          warns: /State is kept in the new savepoint/,
        },
        'seatunnel-stop',
      );
      await job.newestOperation('Stop');
      const row = await job.snapshot(/Savepoint.*would be used now/s);
      await picture(page, 'verb-seatunnel-stop-page');
      await job.perform(
        {
          verb: 'Restore',
          done: 'Restored',
          from: row.getByRole('button', {
            name: /^Restore from the savepoint/,
          }),
          warns: /State is kept: it starts from the savepoint/,
        },
        'seatunnel-restore',
      );
      await job.says(RUNS);
      await job.newestOperation('Restore');
      await picture(page, 'verb-seatunnel-restore-page');
      const second = await newestRun(rows);
      assert.equal(second.engineJobId, first.engineJobId);
      assert.ok(second.restoredFrom);
      const told = await engineAnswer(
        portal,
        'seatunnel',
        `/hazelcast/rest/maps/job-info/${second.engineJobId}`,
      );
      assert.equal(told.jobStatus, 'RUNNING');
    });

    it('delete, without a savepoint', async () => {
      await job.perform(
        {
          verb: 'Delete',
          done: 'Deleted',
          from: 'menu',
          warns: /State is kept in the new savepoint/,
          fill: async dialog => {
            await dialog.getByText('Take a savepoint first').click();
            await dialog
              .getByText(/is lost/)
              .first()
              .waitFor();
            await dialog.getByLabel(`Type ${rows} to confirm`).fill(rows);
          },
        },
        'seatunnel-delete',
      );
      await page.getByText('The job is deleted.').waitFor();
    });
  });

  it('draw without an error', () => {
    assert.deepEqual(place.problems, []);
  });
});
