CREATE TABLE t (k INT, v INT) WITH ('connector' = 'paimon');
CREATE MATERIALIZED TABLE m FRESHNESS = INTERVAL '1' HOUR AS SELECT k, v * 2 AS w FROM t;
CREATE TABLE s (k INT, w INT) WITH ('connector' = 'print');
-- A materialized table is stored: it is the source, not what is behind it.
INSERT INTO s SELECT k, w FROM m;
