-- An alias of the select list does not exist in WHERE or GROUP BY.
CREATE TABLE t (a INT, b INT) WITH ('connector' = 'kafka');
CREATE TABLE s (x INT, y INT) WITH ('connector' = 'print');
INSERT INTO s
SELECT a + b AS total, b
FROM t
WHERE total > 3;
