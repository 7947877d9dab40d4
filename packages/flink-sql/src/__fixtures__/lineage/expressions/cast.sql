CREATE TABLE raw_rows (id STRING, amount STRING, ts STRING, flag INT) WITH ('connector' = 'kafka');
CREATE TABLE typed (id BIGINT, amount DECIMAL(10, 2), ts TIMESTAMP(3), flag BOOLEAN, day_ DATE) WITH ('connector' = 'print');
INSERT INTO typed
SELECT CAST(id AS BIGINT), TRY_CAST(amount AS DECIMAL(10, 2)), TO_TIMESTAMP(ts, 'yyyy-MM-dd HH:mm:ss'), CAST(flag AS BOOLEAN), CAST(SUBSTRING(ts FROM 1 FOR 10) AS DATE)
FROM raw_rows;
