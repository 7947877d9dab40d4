CREATE TABLE counters (k STRING, n BIGINT, PRIMARY KEY (k) NOT ENFORCED) WITH ('connector' = 'jdbc');
INSERT INTO counters SELECT k, n + 1 FROM counters WHERE n < 10;
