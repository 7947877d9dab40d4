CREATE TABLE cities (name STRING, state STRING, pop BIGINT) WITH ('connector' = 'jdbc');
CREATE TABLE s (state STRING, name STRING) WITH ('connector' = 'print');
INSERT INTO s
SELECT states.state, t.name
FROM (SELECT DISTINCT state FROM cities) AS states,
LATERAL (SELECT name, pop FROM cities WHERE state = states.state ORDER BY pop DESC LIMIT 3) AS t;
