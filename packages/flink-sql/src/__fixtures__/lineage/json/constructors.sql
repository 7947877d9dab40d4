CREATE TABLE t (id INT, name STRING, a INT, b INT, sec STRING) WITH ('connector' = 'kafka');
CREATE TABLE s (doc STRING, arr STRING, nested STRING) WITH ('connector' = 'kafka');
INSERT INTO s
SELECT
  JSON_OBJECT(KEY 'id' VALUE id, 'name' VALUE name NULL ON NULL),
  JSON_ARRAY(a, b, 'x'),
  JSON_OBJECT('meta' VALUE JSON_OBJECT('hash' VALUE SHA256(sec)), 'n' VALUE 1)
FROM t;
