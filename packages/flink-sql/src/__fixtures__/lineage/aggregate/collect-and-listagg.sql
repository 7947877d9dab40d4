CREATE TABLE tags (item STRING, tag STRING, weight INT) WITH ('connector' = 'kafka');
CREATE TABLE s (item STRING, all_tags STRING, bag MULTISET<STRING>, arr ARRAY<INT>, j STRING, last_tag STRING) WITH ('connector' = 'print');
INSERT INTO s
SELECT item, LISTAGG(DISTINCT tag, '|'), COLLECT(tag), ARRAY_AGG(weight), JSON_OBJECTAGG(KEY tag VALUE weight), LAST_VALUE(tag)
FROM tags GROUP BY item;
