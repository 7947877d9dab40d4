/**
 * Flink SQL as text: tokens, statements, quoting. Pure, no dependencies.
 *
 * @packageDocumentation
 */
export * from './Token';
export * from './tokenize';
export * from './StatementKind';
export * from './statementHead';
export * from './splitStatements';
export * from './positionInScript';
export * from './lexicalProblems';
export * from './quote';
export * from './dialectSpec';
export * from './ast';
export * from './parse/parseScript';
export * from './parse/parseStatement';
export * from './parse/checkScript';
export * from './lineage/TextSpan';
export * from './lineage/TablePath';
export * from './lineage/KnownTable';
export * from './lineage/ColumnEdge';
export * from './lineage/ScriptLineage';
export * from './lineage/LineageOptions';
export * from './lineage/lineageOf';
export * from './datasets/DatasetAddress';
export * from './datasets/datasetOf';
