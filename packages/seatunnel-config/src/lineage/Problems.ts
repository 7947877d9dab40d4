import type { ConfigProblem, Position } from '../model/ConfigProblem';

/** Collects what lineage could not make out. */
export class Problems {
  readonly all: ConfigProblem[] = [];
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

  private add(
    severity: 'error' | 'warning',
    field: string,
    message: string,
    remedy: string,
  ): void {
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
