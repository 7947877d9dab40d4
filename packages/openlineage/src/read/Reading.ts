import { problemAt } from '../validate/EventProblem';
import type { EventProblem } from '../validate/EventProblem';
import type { ReadLimits } from './ReadLimits';

/** What the parts of a reading share: limits, and what there is to say. */
export class Reading {
  readonly problems: EventProblem[] = [];
  readonly warnings: EventProblem[] = [];
  private unsaid = 0;
  readonly limits: ReadLimits;

  constructor(limits: ReadLimits) {
    this.limits = limits;
  }

  /** The event cannot be taken. */
  refuse(
    pointer: string,
    message: string,
    remedy: string,
    value?: unknown,
  ): undefined {
    this.problems.push(problemAt(pointer, message, remedy, value));
    return undefined;
  }

  /** Something was left out or put right. */
  warn(
    pointer: string,
    message: string,
    remedy: string,
    value?: unknown,
  ): undefined {
    if (this.warnings.length < this.limits.warnings) {
      this.warnings.push(problemAt(pointer, message, remedy, value));
    } else {
      this.unsaid += 1;
    }
    return undefined;
  }

  /** All warnings, and how many there were beyond the limit. */
  allWarnings(): EventProblem[] {
    if (this.unsaid === 0) return this.warnings;
    return [
      ...this.warnings,
      problemAt(
        '',
        `There are ${this.unsaid} more warnings.`,
        'Mend those above first.',
      ),
    ];
  }
}
