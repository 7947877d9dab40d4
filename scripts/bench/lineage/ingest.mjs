import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Agent, request } from 'node:http';
import { loadTypeScript } from '../../bootstrap/loadTypeScript.mjs';
import { withFigures } from './figures.mjs';
import { startLineagePortal, withPostgres } from './lineagePortal.mjs';
import { runEvents } from './syntheticEvents.mjs';

const JOBS = 1_000;

/**
 * How many events come in, and whether one is lost or doubled when the process
 * is killed. Rows of figures, each with its goal.
 */
export const benchIngest = () => withFigures('ingest', ingest);

async function ingest({ home, say }) {
  const port = await loadTypeScript('@datalark/local-engines').freePort();
  return withPostgres(async ({ connection, knex }) => {
    const rows = [];
    const row = (what, figure, goal, isMet) =>
      rows.push({ what, figure, goal, isMet });
    const start = () =>
      startLineagePortal({ home: join(home, 'ingest'), port, connection });
    let portal = await start();
    try {
      say('Events one by one on 4 connections …');
      const warm = runEvents({ jobs: JOBS, count: 2_000 });
      await send(portal, warm, { connections: 4 });
      await derived(knex);
      const single = await measured(knex, () =>
        send(portal, runEvents({ jobs: JOBS, count: 12_000, first: 1_000 }), {
          connections: 4,
        }),
      );
      row(
        'events one by one, 4 connections',
        `${single.rate.toFixed(0)}/s; in the graph ${single.derivedRate.toFixed(
          0,
        )}/s; p95 ${single.p95.toFixed(1)} ms`,
        '≥ 500/s',
        single.derivedRate >= 500,
      );
      say('Events in batches of 100 …');
      const batch = await measured(knex, () =>
        send(portal, runEvents({ jobs: JOBS, count: 40_000, first: 10_000 }), {
          connections: 4,
          size: 100,
        }),
      );
      row(
        'events in batches of 100',
        `${batch.rate.toFixed(0)}/s; in the graph ${batch.derivedRate.toFixed(
          0,
        )}/s`,
        '≥ 2,000/s',
        batch.derivedRate >= 2_000,
      );
      say('Killed again and again …');
      const before = Number(
        (await knex('events').count({ count: '*' }))[0].count,
      );
      const events = runEvents({ jobs: JOBS, count: 6_000, first: 100_000 });
      const left = new Set(events.keys());
      let kills = 0;
      while (left.size > 0) {
        const order = [...left];
        const sending = send(
          portal,
          order.map(index => events[index]),
          {
            connections: 4,
            size: 7,
            answered: index => left.delete(order[index]),
            isPatient: false,
          },
        );
        if (kills < 5) {
          await Promise.race([sending, pause(150 + kills * 170)]);
          await portal.kill();
          kills += 1;
          await sending;
          portal = await start();
        } else {
          await sending;
        }
      }
      await derived(knex);
      const after = Number(
        (await knex('events').count({ count: '*' }))[0].count,
      );
      const runs = await knex('runs')
        .where('run_id', '>=', '00000000-0000-4000-8000-000000100000')
        .count({ count: '*' });
      const edges = await knex('edges')
        .whereNull('superseded_at')
        .count({ count: '*' });
      const isWhole =
        after - before === events.length &&
        Number(runs[0].count) === events.length / 2 &&
        Number(edges[0].count) === JOBS * 2;
      row(
        `events after ${kills} times kill -9`,
        `${after - before} of ${events.length} events, ${runs[0].count} of ${
          events.length / 2
        } runs`,
        'none lost or doubled',
        isWhole,
      );
      return rows;
    } finally {
      await portal.stop();
    }
  });
}

async function measured(knex, act) {
  const began = performance.now();
  const { count, times } = await act();
  const sent = performance.now();
  await derived(knex);
  const done = performance.now();
  times.sort((a, b) => a - b);
  return {
    rate: (count / (sent - began)) * 1_000,
    derivedRate: (count / (done - began)) * 1_000,
    p95: times[Math.floor(times.length * 0.95)],
  };
}

/** Waits until the graph has everything. */
async function derived(knex) {
  for (;;) {
    const [{ count }] = await knex('pending_events').count({ count: '*' });
    if (Number(count) === 0) return;
    await pause(20);
  }
}

/** Sends events in order, `size` in one request; 0 lost unless the server goes away. */
async function send(
  portal,
  events,
  { connections, size = 1, answered, isPatient = true },
) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times = [];
  let next = 0;
  const work = async () => {
    while (next < events.length) {
      const from = next;
      next += size;
      const part = events.slice(from, from + size);
      const body = JSON.stringify(size === 1 ? part[0] : part);
      const began = performance.now();
      try {
        const status = await post(
          agent,
          `${portal.url}/v1/lineage${size === 1 ? '' : '/batch'}`,
          portal.headers,
          body,
        );
        if (status >= 300) throw new Error(`The server answered ${status}.`);
      } catch (error) {
        if (isPatient) throw error;
        return;
      }
      times.push(performance.now() - began);
      for (let index = from; index < from + part.length; index += 1)
        answered?.(index);
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, work));
  } finally {
    agent.destroy();
  }
  return { count: events.length, times };
}

function post(agent, url, headers, body) {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: 'POST',
        agent,
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      },
      answer => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode));
        answer.on('error', reject);
        answer.on('aborted', () => reject(new Error('The server went away.')));
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
