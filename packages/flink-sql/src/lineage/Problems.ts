import type { Span } from '../ast';

/** What could not be told, gathered in the order in which it turned up. */
export class Problems {
  private readonly seen = new Map<
    string,
    { severity: 'error' | 'warning'; message: string; span: Span }
  >();

  warn(message: string, span: Span): void {
    this.add('warning', message, span);
  }

  error(message: string, span: Span): void {
    this.add('error', message, span);
  }

  /** Each once: a query may be looked at more than once. */
  take(): { severity: 'error' | 'warning'; message: string; span: Span }[] {
    const all = [...this.seen.values()];
    this.seen.clear();
    return all;
  }

  private add(
    severity: 'error' | 'warning',
    message: string,
    span: Span,
  ): void {
    this.seen.set(`${span.start}.${message}`, { severity, message, span });
  }
}
