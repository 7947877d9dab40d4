import request from 'supertest';

/** Sends events one after the other, each until it is taken, as OpenLineage's clients do. */
export class Producer {
  /** Statuses of all answers, in order. */
  readonly statuses: number[] = [];
  /** `Retry-After` of those that were not taken. */
  readonly retryAfter: unknown[] = [];

  constructor(private readonly api: ReturnType<typeof request>) {}

  /** `again` resolves when a refused event shall be sent again. */
  async send(
    events: readonly object[],
    again: () => Promise<unknown>,
  ): Promise<void> {
    for (const event of events) {
      for (;;) {
        const { status, headers } = await this.api
          .post('/api/data-lineage/v1/lineage')
          .send(event);
        this.statuses.push(status);
        if (status === 201) break;
        this.retryAfter.push(headers['retry-after']);
        await again();
      }
    }
  }
}
