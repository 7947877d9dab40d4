SET 'execution.runtime-mode' = 'batch';
CREATE TABLE t (id INT, ts TIMESTAMP(3), k STRING) WITH ('connector' = 'paimon');
CREATE TABLE gdpr (k STRING, asked DATE) WITH ('connector' = 'jdbc');
DELETE FROM t WHERE ts < TIMESTAMP '2020-01-01 00:00:00' AND id > 0;
DELETE FROM t WHERE k IN (SELECT k FROM gdpr WHERE asked IS NOT NULL);
DELETE FROM t;
