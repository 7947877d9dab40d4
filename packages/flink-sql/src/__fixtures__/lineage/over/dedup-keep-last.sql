CREATE TABLE cdc (id BIGINT, body STRING, op_ts TIMESTAMP(3), src STRING, proc AS PROCTIME()) WITH ('connector' = 'kafka');
CREATE TABLE s (id BIGINT, body STRING, PRIMARY KEY (id) NOT ENFORCED) WITH ('connector' = 'hudi');
INSERT INTO s
SELECT id, body FROM (
  SELECT id, body, ROW_NUMBER() OVER (PARTITION BY id, src ORDER BY proc DESC) AS rn FROM cdc
) AS d WHERE d.rn = 1 AND body <> '';
