import { CustomErrorBase } from '@backstage/errors';

/**
 * Flink answered, with an error status: what it says can be understood and
 * acted upon, unlike silence.
 */
export class HttpAnswerError extends CustomErrorBase {
  name = 'HttpAnswerError' as const;

  constructor(
    message: string,
    readonly status: number,
    /** All of Flink's words, stack traces included: never show them as they are. */
    readonly details: string,
  ) {
    super(message);
  }

  /** Flink does not know the job that was asked about. */
  get isUnknownJob(): boolean {
    return (
      this.details.includes('FlinkJobNotFoundException') ||
      (this.status === 404 &&
        /Job .* not found|Job could not be found/.test(this.details))
    );
  }
}
