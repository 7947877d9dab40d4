/**
 * The words that Flink 2.3's parser refuses as names unless in backticks, as its
 * own metadata lists them. Upper case.
 */

/** Names of functions: reserved, but fine in front of a parenthesis. */
export const RESERVED_FUNCTIONS = words(`
abs avg cardinality ceiling char character_length char_length coalesce 
collect count covar_pop covar_samp cume_dist current_date current_time 
current_timestamp dense_rank element every exp first_value floor fusion 
grouping hour intersection lag last_value lead left ln localtime 
localtimestamp lower max min minute mod month nth_value ntile nullif 
octet_length percentile_cont percentile_disc percent_rank power rank 
regr_count regr_sxx regr_syy right row_number second some sqrt stddev_pop 
stddev_samp sum truncate upper user var_pop var_samp year 
`);

/** What has a value without parentheses, such as CURRENT_DATE. */
export const CONTEXT_VALUES = words(`
current_catalog current_date current_default_transform_group current_path 
current_role current_schema current_time current_timestamp current_user 
localtime localtimestamp session_user system_user user 
`);

const OTHERS = words(`
all allocate allow alter and any are array array_concat_agg 
array_max_cardinality as asensitive asymmetric at atomic authorization begin 
begin_frame begin_partition between bigint binary bit bitmap blob boolean 
both buckets by bytes call called cascaded case cast catalogs ceil character 
check classifier clob close collate column comment commit condition connect 
connections constraint contains contains_substr continuous convert corr 
corresponding create cross cube current current_row 
current_transform_group_for_type cursor cycle databases date datetime 
datetime_trunc date_trunc day deallocate dec decimal declare default define 
delete deref describe deterministic disallow disconnect distinct distributed 
distribution dot double drop dynamic each else empty end end_frame 
end_partition equals escape except exec execute exists explain extend 
extended external extract false fetch filter float for foreign frame_row free 
freshness friday from full function functions get global grant group groups 
group_concat hash having hold identity ilike import in include indicator 
initial inner inout insensitive insert int integer intersect interval into is 
join json_array json_arrayagg json_exists json_object json_objectagg 
json_query json_scope json_value language large lateral leading like 
like_regex limit local match matches match_number match_recognize 
materialized measures member merge method minus models modifies modify module 
modules monday multiset national natural nchar nclob new next no none 
normalize not null numeric occurrences_regex of offset old omit on one only 
open or order ordinal out outer over overlaps overlay parameter partition 
pattern per percent period permute pivot portion position position_regex 
precedes precision prepare prev primary procedure procedures qualify quarters 
range raw reads real recursive ref references referencing refresh 
refresh_mode regr_avgx regr_avgy regr_intercept regr_r2 regr_slope regr_sxy 
release rename reset result resume return returns revoke rlike rollback 
rollup row rows running safe_cast safe_offset safe_ordinal saturday savepoint 
scala scope scroll search seek select sensitive separator set show similar 
skip smallint specific specifictype sql sqlexception sqlstate sqlwarning 
start statement static stream string string_agg structured submultiset subset 
substring substring_regex succeeds sunday suspend symmetric system 
system_time table tables tablesample then thursday time timestamp 
timestamp_diff timestamp_ltz timestamp_trunc timezone_hour timezone_minute 
time_diff time_trunc tinyint to trailing translate translate_regex 
translation treat trigger trim trim_array true try_cast tuesday uescape union 
unique unknown unnest unpivot update upsert use using value values value_of 
varbinary varchar variant varying versioning views watermark watermarks 
wednesday weeks when whenever where width_bucket window with within without 
`);

/** Tells whether a word, in upper case, is no name without backticks. */
export function isReservedWord(word: string): boolean {
  return (
    OTHERS.has(word) || RESERVED_FUNCTIONS.has(word) || CONTEXT_VALUES.has(word)
  );
}

function words(text: string): Set<string> {
  return new Set(text.trim().toUpperCase().split(/\s+/));
}
