SET 'execution.runtime-mode' = 'batch';
CREATE TABLE t (k STRING, v INT, w INT) WITH ('connector' = 'jdbc');
CREATE TABLE s (k STRING, r STRING, weighted BIGINT, lbl STRING) WITH ('connector' = 'print');
INSERT INTO s
SELECT
  k,
  CAST(RANK() OVER (PARTITION BY k ORDER BY v) AS STRING),
  w * ROW_NUMBER() OVER (ORDER BY v),
  CASE WHEN DENSE_RANK() OVER (ORDER BY w DESC) = 1 THEN 'best' ELSE k END
FROM t;
