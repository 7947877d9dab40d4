/* Generated from the JSON Schema by tools/generate.mjs; change the tool, not this file. */

import type { InputDatasetFacet } from './OpenLineage';

/**
 * list of tests performed on dataset or dataset columns, and their results
 * @public
 */
export type DataQualityAssertionsDatasetFacet = InputDatasetFacet & {
  assertions: {
    /**
     * Classification of the test, e.g. 'not_null', 'unique', 'row_count', 'freshness', 'custom_sql'.
     */
    assertion: string;
    /**
     * Whether the test found issues: 'true' (no issues found), 'false' (issues found). Independent of severity - a test can fail without blocking the pipeline when severity is 'warn'.
     */
    success: boolean;
    /**
     * Column that test refers to. It should match the name provided in SchemaDatasetFacet. If column field is empty, then test refers to whole dataset.
     */
    column?: string;
    /**
     * The configured severity level of the assertion. Common values are 'error' (test failure blocks pipeline) or 'warn' (test failure produces warning only).
     */
    severity?: string;
    /**
     * Name identifying the test.
     */
    name?: string;
    /**
     * Human-readable description of what the assertion checks.
     */
    description?: string;
    /**
     * The expected value or threshold for the assertion, serialized as a string.
     */
    expected?: string;
    /**
     * The actual value observed during the assertion, serialized as a string.
     */
    actual?: string;
    /**
     * The assertion body, e.g. a SQL query or expression.
     */
    content?: string;
    /**
     * The format of the content field, allowing consumers to interpret or filter assertion content. Common values include 'sql', 'json', 'expression'.
     */
    contentType?: string;
    /**
     * Arbitrary key-value pairs for assertion-specific inputs.
     */
    params?: { [name: string]: unknown };
  }[];
};
