import type { Span } from './Span';

/** One name. @public */
export type Identifier = {
  kind: 'Identifier';
  /** Without backticks, doubled ones made single; the case as written. */
  name: string;
  /** Written in backticks. */
  quoted: boolean;
  span: Span;
};

/** A name of up to three parts: catalog, database, object. @public */
export type Path = {
  kind: 'Path';
  /** At least one; an empty `name` stands for a part that is missing. */
  parts: Identifier[];
  span: Span;
};
