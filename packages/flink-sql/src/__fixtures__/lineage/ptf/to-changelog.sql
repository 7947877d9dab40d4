-- The built-in function adds a column and leaves the others as they are.
CREATE TABLE t (k STRING, v INT, w INT) WITH ('connector' = 'kafka');
CREATE VIEW agg AS SELECT k, SUM(v) AS total FROM t WHERE w > 0 GROUP BY k;
CREATE TABLE s (kind STRING, k STRING, total INT) WITH ('connector' = 'kafka');
INSERT INTO s SELECT * FROM TO_CHANGELOG(input => TABLE agg);
INSERT INTO s SELECT operation, k, total FROM TO_CHANGELOG(input => TABLE agg, op => DESCRIPTOR(operation));
