/**
 * Flink SQL for an editor, in the shape of CodeMirror's `SQLDialectSpec`: words in
 * lower case, separated by single blanks (`builtin` has the functions that people
 * type most), and what quotes a name. Not for parsing: a word listed here may
 * still be a name.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/sql/reference/overview/
 *
 * @public
 */
export const dialectSpec = {
  keywords: oneLine(`
add after all alter always analyze and any array as asc async attach begin
between both by bytes call cascade case cast catalog catalogs cluster columns
comment compact compile compute constraint create cross cube cumulate current
current_date current_time current_timestamp current_row data database databases
day days default define delete desc describe descriptor detach distinct
distributed drop dynamic else emit end enforced escape except execute exists
explain extended extract false fetch filter first following for freshness from
full function functions generated global group grouping having hop hour hours if
ignore in include including inner insert intersect interval into is jar jars jobs
join key language last lateral leading left like limit load local localtime
localtimestamp match_recognize materialized matched measures merge metadata
minute minutes model models module modules month months natural next no not null
nulls of offset on one only option or order ordinality out outer over overwrite
overwriting partition partitioned partitions past pattern pattern_recognition
per period permute plan position preceding primary procedure procedures quarter
raw recursive refresh refresh_mode remove rename replace reset resume right
rollup row row_number rows savepoint schema second seconds select semi session
set sets show similar skip some source start statement stop string strings
suspend system_time table tables tablesample temporary then ties time to
trailing trim true truncate tumble unbounded union unique unknown unload unnest
update use using values view views virtual watermark watermarks week weeks when
where window windows with within without year years zone
`),
  types: oneLine(`
array bigint binary boolean bytes char character date dec decimal double float
int integer interval map multiset null numeric precision raw real row smallint
string structured symbol time timestamp timestamp_ltz tinyint varbinary varchar
variant
`),
  builtin: oneLine(`
coalesce count sum avg min max first_value last_value lag lead rank dense_rank
row_number ntile listagg collect cardinality json_value json_query json_exists
json_object json_array to_timestamp to_timestamp_ltz to_date date_format
from_unixtime unix_timestamp proctime current_watermark source_watermark
convert_tz timestampadd timestampdiff ceil floor abs round power sqrt mod sign
concat concat_ws lower upper substring substr replace regexp_extract
regexp_replace split_index md5 sha1 sha256 char_length position nullif ifnull
greatest least uuid rand typeof try_cast element
`),
  identifierQuotes: '`',
  doubleQuotedStrings: false,
  hashComments: false,
  backslashEscapes: false,
  operatorChars: '*+-%<>!=&|~^/',
} as const;

function oneLine(words: string): string {
  return words.trim().replace(/\s+/g, ' ');
}
