/** Something that holds for a time: an edge, a column edge or an influence. */
export type Element =
  | {
      kind: 'edge';
      side: 'inputs' | 'outputs';
      from: number;
      to: number;
      /** The job only asks for the rows of a key. */
      isLookup?: boolean;
    }
  | {
      kind: 'column';
      from: number;
      fromColumn: string;
      to: number;
      toColumn: string;
      transformation: number;
    }
  | {
      kind: 'influence';
      from: number;
      fromColumn: string;
      to: number;
      transformation: number;
    };

/** The same for the same element; column names may hold anything. */
export function elementKey(element: Element): string {
  switch (element.kind) {
    case 'edge':
      return `${element.from}>${element.to}${element.isLookup ? '?' : ''}`;
    case 'column':
      return JSON.stringify([
        element.from,
        element.fromColumn,
        element.to,
        element.toColumn,
        element.transformation,
      ]);
    default:
      return JSON.stringify([
        element.from,
        element.fromColumn,
        element.to,
        element.transformation,
      ]);
  }
}
