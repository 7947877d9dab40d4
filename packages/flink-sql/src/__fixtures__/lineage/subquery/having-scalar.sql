CREATE TABLE a (k STRING, v INT) WITH ('connector' = 'kafka');
CREATE TABLE b (w INT, on_ BOOLEAN) WITH ('connector' = 'kafka');
CREATE TABLE s (k STRING) WITH ('connector' = 'print');
INSERT INTO s
SELECT k FROM a GROUP BY k HAVING SUM(v) > (SELECT MAX(w) FROM b WHERE on_);
