CREATE TABLE t (k STRING, v INT) WITH ('connector' = 'kafka');
CREATE TABLE s (k STRING, v INT, rn BIGINT, score BIGINT) WITH ('connector' = 'print');
INSERT INTO s
SELECT *, v * rn FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY k ORDER BY v) AS rn FROM t) WHERE rn < 4;
