import { LoggerService } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import { SecretResolver } from './SecretResolver';

type Form = { form: string; name: string };

/** Shorter ones are words of every answer; start-up warns of them. */
export const SHORTEST_SECRET = 4;

/**
 * Takes the values of all configured secrets out of what engines answer,
 * errors say and logs hold, also where a value is escaped or encoded.
 */
export class Redactor {
  #cache: { at: number; forms: Form[] } | undefined;

  constructor(private readonly secrets: Pick<SecretResolver, 'values'>) {}

  /** The text with every secret replaced by `[secret:name]`. */
  text(text: string): string {
    let result = text;
    for (const { form, name } of this.#forms()) {
      result = result.split(form).join(`[secret:${name}]`);
    }
    return result;
  }

  /** A copy of a JSON value with every text in it redacted, keys included. */
  value<T>(value: T): T {
    if (typeof value === 'string') return this.text(value) as T;
    if (Array.isArray(value)) return value.map(one => this.value(one)) as T;
    if (value && typeof value === 'object') {
      return Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [
          this.text(key),
          this.value(inner),
        ]),
      ) as T;
    }
    return value;
  }

  /** Message of whatever was thrown, redacted. */
  message(error: unknown): string {
    return this.text(error instanceof Error ? error.message : String(error));
  }

  /** A logger that cannot be made to write a secret. */
  logger(logger: LoggerService): LoggerService {
    const write =
      (level: 'error' | 'warn' | 'info' | 'debug') =>
      (message: string, meta?: Error | JsonObject) =>
        logger[level](
          this.text(message),
          meta instanceof Error
            ? { error: this.text(String(meta.stack ?? meta)) }
            : this.value(meta),
        );
    return {
      error: write('error'),
      warn: write('warn'),
      info: write('info'),
      debug: write('debug'),
      child: meta => this.logger(logger.child(meta)),
    };
  }

  // Longest first: a secret may be a part of another. Config may change.
  #forms(): Form[] {
    const now = Date.now();
    if (!this.#cache || now - this.#cache.at > 1_000) {
      this.#cache = { at: now, forms: this.#compute() };
    }
    return this.#cache.forms;
  }

  #compute(): Form[] {
    return this.secrets
      .values()
      .filter(({ value }) => value.length >= SHORTEST_SECRET)
      .flatMap(({ name, value }) =>
        [
          value,
          JSON.stringify(value).slice(1, -1),
          value.replaceAll("'", "''"),
          encodeURIComponent(value),
          Buffer.from(value).toString('base64'),
        ].map(form => ({ form, name })),
      )
      .sort((a, b) => b.form.length - a.form.length);
  }
}
