CREATE TABLE raw_json (id BIGINT, js STRING, v VARIANT) WITH ('connector' = 'kafka');
CREATE TABLE s (id BIGINT, doc VARIANT, uid STRING, first_tag STRING, whole VARIANT) WITH ('connector' = 'paimon');
INSERT INTO s
SELECT id, PARSE_JSON(js), JSON_STRING(v['user']['id']), JSON_STRING(v['tags'][1]), v
FROM raw_json
WHERE TRY_PARSE_JSON(js) IS NOT NULL;
