CREATE TABLE metrics (host STRING, cpu DOUBLE, ts TIMESTAMP_LTZ(3), WATERMARK FOR ts AS ts - INTERVAL '10' SECOND) WITH ('connector' = 'kafka');
CREATE TABLE good (host STRING, minute_ TIMESTAMP_LTZ(3), p DOUBLE) WITH ('connector' = 'jdbc');
CREATE TABLE late (host STRING, cpu DOUBLE, lag_s INT) WITH ('connector' = 'kafka');
EXECUTE STATEMENT SET BEGIN
INSERT INTO good
SELECT host, window_start, AVG(cpu)
FROM TABLE(TUMBLE(TABLE metrics, DESCRIPTOR(ts), INTERVAL '1' MINUTE))
GROUP BY host, window_start, window_end;
INSERT INTO late
SELECT host, cpu, TIMESTAMPDIFF(SECOND, ts, CURRENT_WATERMARK(ts))
FROM metrics
WHERE CURRENT_WATERMARK(ts) IS NOT NULL AND ts <= CURRENT_WATERMARK(ts);
END;
