CREATE TABLE src (id BIGINT, name STRING, v INT) WITH ('connector' = 'kafka');
CREATE TABLE snap (old_ INT) WITH ('connector' = 'paimon');
CREATE OR REPLACE TABLE snap WITH ('connector' = 'paimon') AS SELECT id, MAX(v) AS best FROM src GROUP BY id;
REPLACE TABLE snap WITH ('connector' = 'paimon') AS SELECT name FROM src;
