CREATE TABLE t (r ROW<country STRING, amount DOUBLE>, ts TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector' = 'kafka');
CREATE TABLE s (country STRING, total DOUBLE, rn BIGINT) WITH ('connector' = 'print');
INSERT INTO s
SELECT r.country, SUM(r.amount), MAX(CASE WHEN r.amount > 10 THEN 1 ELSE 0 END)
FROM t GROUP BY r.country;
