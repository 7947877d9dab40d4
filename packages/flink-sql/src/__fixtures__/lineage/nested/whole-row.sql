CREATE TABLE events (id STRING, payload ROW<a INT, b ROW<c INT>>) WITH ('connector' = 'kafka');
CREATE TABLE s (id STRING, body ROW<a INT, b ROW<c INT>>, inner_ ROW<c INT>) WITH ('connector' = 'print');
INSERT INTO s SELECT id, payload, payload.b FROM events;
