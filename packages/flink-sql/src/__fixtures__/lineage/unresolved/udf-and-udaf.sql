-- An unknown function is an expression; with OVER it is an aggregation.
CREATE TABLE t (k STRING, v DOUBLE, ts TIMESTAMP(3)) WITH ('connector' = 'kafka');
CREATE TABLE s (k STRING, h STRING, m DOUBLE) WITH ('connector' = 'print');
INSERT INTO s SELECT k, my_hash(k, v), my_median(v) OVER (PARTITION BY k ORDER BY ts) FROM t;
