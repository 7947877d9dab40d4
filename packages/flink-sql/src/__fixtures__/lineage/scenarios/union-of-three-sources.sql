CREATE TABLE app_events (uid STRING, ev STRING, props MAP<STRING, STRING>, ts TIMESTAMP_LTZ(3)) WITH ('connector' = 'kafka');
CREATE TABLE web_events (cookie STRING, event STRING, query STRING, at_ BIGINT) WITH ('connector' = 'kafka');
CREATE TABLE pos_events (card STRING, terminal STRING, at_ TIMESTAMP(3)) WITH ('connector' = 'pulsar');
CREATE TABLE cookie_map (cookie STRING, uid STRING, PRIMARY KEY (cookie) NOT ENFORCED) WITH ('connector' = 'jdbc');
CREATE VIEW unified AS
SELECT uid, ev AS event, props['page'] AS page, ts FROM app_events
UNION ALL
SELECT m.uid, w.event, JSON_VALUE(w.query, '$.page'), TO_TIMESTAMP_LTZ(w.at_, 3)
FROM web_events AS w LEFT JOIN cookie_map AS m ON w.cookie = m.cookie
UNION ALL
SELECT SHA256(card), 'purchase', terminal, CAST(at_ AS TIMESTAMP_LTZ(3)) FROM pos_events;
CREATE TABLE event_log (uid STRING, event STRING, page STRING, ts TIMESTAMP_LTZ(3), day_ STRING) WITH ('connector' = 'hudi');
INSERT INTO event_log
SELECT *, DATE_FORMAT(ts, 'yyyy-MM-dd') FROM unified WHERE uid IS NOT NULL;
