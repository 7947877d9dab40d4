import type { Span } from '../ast';
import type { EdgeSubtype } from './ColumnEdge';
import type { Influence, Lineage, Source } from './Lineage';

/**
 * How a value is used: as (a part of) the value that is collected, or only to
 * decide about it.
 */
export type Use =
  | { as: 'value'; strength: number; masking: boolean; span?: Span }
  | { as: 'influence'; subtype: EdgeSubtype; span: Span };

/** Gathers sources and influences, each once, the strongest use of a source winning. */
export class LineageCollector {
  private readonly sources = new Map<string, Source>();
  private readonly influences = new Map<string, Influence>();

  /** Takes in what a reference at `span` refers to. */
  use(lineage: Lineage, use: Use, span: Span): void {
    for (const source of lineage.sources) {
      if (use.as === 'influence') {
        const { table, column } = source;
        this.influence({ table, column, subtype: use.subtype, span: use.span });
      } else if (use.strength > source.strength) {
        this.source({
          ...source,
          strength: use.strength,
          masking: use.masking || source.masking,
          span: use.span ?? span,
        });
      } else {
        const masking = use.masking || source.masking;
        this.source({ ...source, masking, span: source.span ?? span });
      }
    }
    for (const influence of lineage.influences) {
      this.influence(influence.span ? influence : { ...influence, span });
    }
  }

  /** Takes in what decides about the rows that a value is taken from. */
  influencesOf(influences: Influence[], span: Span): void {
    for (const influence of influences) {
      this.influence(influence.span ? influence : { ...influence, span });
    }
  }

  /** Takes in, for a query's rows, what decides about one of its values. */
  influencesOfValue(influences: Influence[]): void {
    for (const influence of influences) {
      this.influence({ ...influence, ofValue: true });
    }
  }

  result(): Lineage {
    return {
      sources: [...this.sources.values()],
      influences: [...this.influences.values()],
    };
  }

  private source(source: Source): void {
    const key = `${source.table.id}.${source.column}`;
    const before = this.sources.get(key);
    if (!before) {
      this.sources.set(key, source);
      return;
    }
    const stronger = source.strength > before.strength ? source : before;
    // Once in clear is in clear.
    const masking = source.masking && before.masking;
    this.sources.set(key, { ...stronger, masking });
  }

  private influence(influence: Influence): void {
    const key = `${influence.subtype}.${influence.table.id}.${influence.column}`;
    const before = this.influences.get(key);
    if (!before || (before.ofValue && !influence.ofValue)) {
      this.influences.set(key, influence);
    }
  }
}

/** Both together, as for a UNION's column. */
export function mergedLineage(parts: Lineage[], span: Span): Lineage {
  const collector = new LineageCollector();
  for (const part of parts) {
    collector.use(part, { as: 'value', strength: 0, masking: false }, span);
  }
  return collector.result();
}
