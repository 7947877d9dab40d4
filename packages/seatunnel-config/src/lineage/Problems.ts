import type { ConfigProblem, Position } from '../model/ConfigProblem';

/** Columns and edges that are followed in one job; more than any real one has. */
const MAX_STEPS = 400_000;
/** Problems that are told. */
const MAX_PROBLEMS = 200;

/** Collects what lineage could not make out. */
export class Problems {
  readonly all: ConfigProblem[] = [];
  private left = MAX_STEPS;
  private readonly positions: Record<string, Position>;

  constructor(positions: Record<string, Position> = {}) {
    this.positions = positions;
  }

  /** Lineage is incomplete here; the job may be right all the same. */
  unclear(field: string, message: string, remedy: string): void {
    this.add('warning', field, message, remedy);
  }

  /** SeaTunnel would refuse or misread it. */
  wrong(field: string, message: string, remedy: string): void {
    this.add('error', field, message, remedy);
  }

  /** False when a job is so large that what it asks for cannot be followed. */
  canFollow(steps: number, field: string): boolean {
    this.left -= steps;
    if (this.left >= 0) return true;
    this.unclear(
      field,
      'The job is too large: its lineage is told in part.',
      'Split the job.',
    );
    return false;
  }

  private add(
    severity: 'error' | 'warning',
    field: string,
    message: string,
    remedy: string,
  ): void {
    if (this.all.length >= MAX_PROBLEMS) return;
    const again = this.all.some(
      one => one.field === field && one.message === message,
    );
    if (again) return;
    this.all.push({
      severity,
      message,
      remedy,
      field,
      ...this.positionOf(field),
    });
  }

  /** Where a field stands, or the nearest thing around it. */
  positionOf(field: string): Position | undefined {
    for (
      let path = field;
      path !== '';
      path = path.slice(0, Math.max(0, path.lastIndexOf('.')))
    ) {
      if (Object.hasOwn(this.positions, path)) return this.positions[path];
    }
    return undefined;
  }
}
