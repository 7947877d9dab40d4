CREATE TABLE events (
  id STRING,
  payload ROW<`user` ROW<id BIGINT, name STRING, address ROW<city STRING, zip STRING>>, action STRING>,
  ts TIMESTAMP(3)
) WITH ('connector' = 'kafka', 'format' = 'json');
CREATE TABLE s (id STRING, uid BIGINT, city STRING, action STRING, label STRING) WITH ('connector' = 'print');
INSERT INTO s
SELECT id, payload.`user`.id, e.payload.`user`.address.city, payload.action, UPPER(payload.`user`.name)
FROM events AS e
WHERE payload.`user`.address.zip = '1010';
