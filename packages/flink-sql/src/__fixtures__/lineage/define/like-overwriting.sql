CREATE TABLE base (id INT, n AS id + 1, v STRING) WITH ('connector' = 'kafka');
CREATE TABLE derived (n AS id + 100, w STRING) WITH ('connector' = 'datagen') LIKE base (OVERWRITING GENERATED OVERWRITING OPTIONS);
CREATE TABLE s (p INT, q INT, r STRING, t STRING) WITH ('connector' = 'print');
INSERT INTO s SELECT * FROM derived;
