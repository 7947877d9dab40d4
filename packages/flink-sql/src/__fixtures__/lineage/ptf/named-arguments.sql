-- A PTF's key passes through, the rest may come from any column of the table.
CREATE FUNCTION session_scorer AS 'com.example.SessionScorer';
CREATE TABLE events (uid STRING, kind STRING, ts TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector' = 'kafka');
CREATE TABLE s (uid STRING, score DOUBLE) WITH ('connector' = 'print');
INSERT INTO s
SELECT uid, score
FROM session_scorer(input => TABLE events PARTITION BY uid, on_time => DESCRIPTOR(ts), threshold => 3, uid => 'scorer-v1');
