import type { TestEngines } from '@datalark/local-engines';

/** Cancels a job with Flink itself, behind the portal's back. */
export async function cancelByHand(
  { endpoints }: TestEngines,
  engineJobId: string,
): Promise<void> {
  await fetch(`${endpoints.flinkRestUrl}/jobs/${engineJobId}?mode=cancel`, {
    method: 'PATCH',
  });
}
