import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Portal } from './portal';

const ENDPOINTS = { flink: 'flinkRestUrl', seatunnel: 'seatunnelUrl' } as const;

/** What a local engine of the portal itself answers on its REST interface. */
export async function engineAnswer(
  portal: Portal,
  engine: keyof typeof ENDPOINTS,
  path: string,
): Promise<any> {
  const { endpoints } = JSON.parse(
    readFileSync(join(portal.home, 'engines/status.json'), 'utf8'),
  );
  const url = `${endpoints[ENDPOINTS[engine]]}${path}`;
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.json();
}
