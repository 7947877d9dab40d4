CREATE TABLE t (k STRING, v INT) WITH ('connector' = 'kafka');
CREATE VIEW totals AS
WITH g AS (SELECT k, SUM(v) AS total FROM t GROUP BY k)
SELECT k, total FROM g WHERE total > 0;
WITH x AS (SELECT * FROM totals) SELECT k FROM x;
