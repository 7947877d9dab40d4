import type { FunctionCall } from '../ast';

/** Flink's aggregates, and those that other engines have under names of their own. */
const AGGREGATES = new Set(
  `ANY_VALUE APPROX_COUNT_DISTINCT APPROX_PERCENTILE ARRAY_AGG ARRAY_CONCAT_AGG AVG
  BIT_AND BIT_OR BIT_XOR BITMAP_BUILD_AGG BITMAP_OR_AGG BITMAP_AND_AGG BITMAP_XOR_AGG
  BOOL_AND BOOL_OR COLLECT COLLECT_LIST COLLECT_SET CORR COUNT COUNTIF
  COVAR_POP COVAR_SAMP CUME_DIST DENSE_RANK EVERY FIRST_VALUE FUSION GROUP_CONCAT
  INTERSECTION JSON_ARRAYAGG JSON_OBJECTAGG LAG LAST_VALUE LEAD LISTAGG MAX MEDIAN MIN
  MODE NTH_VALUE NTILE PERCENTILE PERCENTILE_CONT PERCENTILE_DISC PERCENT_RANK RANK
  REGR_COUNT REGR_SXX REGR_SYY ROW_NUMBER SINGLE_VALUE SOME STDDEV STDDEV_POP
  STDDEV_SAMP STRING_AGG SUM SUM0 $SUM0 VARIANCE VAR_POP VAR_SAMP`.split(/\s+/),
);

const HASHES = new Set([
  'MD5',
  'SHA1',
  'SHA224',
  'SHA256',
  'SHA384',
  'SHA512',
  'SHA2',
]);

const WINDOWS = new Set(['TUMBLE', 'HOP', 'CUMULATE', 'SESSION']);

/** The last name in upper case: built-in functions have no other. */
export function functionName(call: FunctionCall): string {
  return call.name[call.name.length - 1]?.name.toUpperCase() ?? '';
}

/** Tells whether a call's value is of several rows. */
export function isAggregate(call: FunctionCall): boolean {
  return (
    call.over !== undefined ||
    call.filter !== undefined ||
    call.withinGroup.length > 0 ||
    (call.name.length === 1 && AGGREGATES.has(functionName(call)))
  );
}

/** Tells whether a call's value hides its arguments. */
export function isMasking(call: FunctionCall): boolean {
  return call.name.length === 1 && HASHES.has(functionName(call));
}

/** Tells whether a table function adds windows to the rows of a table. */
export function isWindowFunction(call: FunctionCall): boolean {
  return call.name.length === 1 && WINDOWS.has(functionName(call));
}

/** IF(condition, then, else): its first argument only decides. */
export function isConditional(call: FunctionCall): boolean {
  return (
    call.name.length === 1 &&
    call.args.length === 3 &&
    ['IF', 'IIF'].includes(functionName(call))
  );
}
