CREATE TABLE heartbeat (service STRING, beat_at TIMESTAMP_LTZ(3), num INT) WITH ('connector' = 'print');
CREATE TABLE ticks (tick INT) WITH ('connector' = 'datagen');
INSERT INTO heartbeat SELECT 'billing', CURRENT_TIMESTAMP, 1 FROM ticks;
INSERT INTO heartbeat VALUES ('billing', CURRENT_TIMESTAMP, 1), ('web', CURRENT_TIMESTAMP, 2);
