CREATE TABLE events (id STRING, payload ROW<u ROW<id BIGINT, name STRING>, n INT>) WITH ('connector' = 'kafka');
CREATE TABLE s (uid BIGINT, nm STRING, n INT) WITH ('connector' = 'print');
INSERT INTO s
SELECT q.usr.id, usr.name, q.p.n
FROM (SELECT payload.u AS usr, payload AS p FROM events) AS q
WHERE q.usr.id > 0;
