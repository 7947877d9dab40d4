CREATE TABLE t (code INT, v STRING) WITH ('connector' = 'kafka');
CREATE TABLE s (v STRING, label STRING) WITH ('connector' = 'print');
INSERT INTO s
SELECT t.v, m.label
FROM t JOIN (VALUES (1, 'on'), (2, 'off')) AS m (code, label) ON t.code = m.code;
