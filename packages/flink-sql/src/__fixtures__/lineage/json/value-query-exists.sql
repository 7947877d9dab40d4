CREATE TABLE hooks (id STRING, body STRING, src STRING) WITH ('connector' = 'kafka', 'format' = 'raw');
CREATE TABLE s (id STRING, uid INT, items STRING, has_coupon BOOLEAN, kind STRING) WITH ('connector' = 'print');
INSERT INTO s
SELECT
  id,
  JSON_VALUE(body, '$.user.id' RETURNING INT DEFAULT -1 ON EMPTY),
  JSON_QUERY(body, '$.items' WITHOUT WRAPPER),
  JSON_EXISTS(body, '$.coupon'),
  COALESCE(JSON_VALUE(body, '$.kind'), src)
FROM hooks
WHERE body IS JSON OBJECT AND JSON_VALUE(body, '$.test') IS NULL;
