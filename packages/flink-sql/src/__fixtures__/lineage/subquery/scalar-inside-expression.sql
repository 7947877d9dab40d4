CREATE TABLE t (k STRING, amt DOUBLE) WITH ('connector' = 'kafka');
CREATE TABLE s (k STRING, share DOUBLE) WITH ('connector' = 'print');
INSERT INTO s SELECT k, amt / (SELECT SUM(amt) FROM t) FROM t;
