/* Generated from the JSON Schema by tools/generate.mjs; change the tool, not this file. */

import type { RunFacet } from './OpenLineage';

/**
 * Results of test executions associated with this run, capturing test outcomes and configured severities independently of dataset attribution.
 * @public
 */
export type TestRunFacet = RunFacet & {
  /**
   * List of test executions and their results.
   */
  tests: TestExecution[];
};

/**
 * A single test execution and its result.
 * @public
 */
export type TestExecution = {
  /**
   * Name identifying the test.
   */
  name: string;
  /**
   * Whether the test found issues: 'pass' (no issues found), 'fail' (issues found), 'skip' (not executed). Independent of severity — a test can fail without blocking the pipeline when severity is 'warn'.
   */
  status: string;
  /**
   * The configured consequence of a test failure: 'error' (blocks pipeline execution) or 'warn' (produces a warning only, does not block). A test with severity 'warn' and status 'fail' means issues were found but execution continued.
   */
  severity?: string;
  /**
   * Classification of the test, e.g. 'not_null', 'unique', 'row_count', 'freshness', 'custom_sql'.
   */
  type?: string;
  /**
   * Human-readable description of what the test checks.
   */
  description?: string;
  /**
   * The expected value or threshold for the test, serialized as a string.
   */
  expected?: string;
  /**
   * The actual value observed during the test, serialized as a string.
   */
  actual?: string;
  /**
   * The test body, e.g. a SQL query or expression.
   */
  content?: string;
  /**
   * The format of the content field, allowing consumers to interpret or filter test content. Common values include 'sql', 'json', 'expression'.
   */
  contentType?: string;
  /**
   * Arbitrary key-value pairs for check-specific inputs.
   */
  params?: { [name: string]: unknown };
};
