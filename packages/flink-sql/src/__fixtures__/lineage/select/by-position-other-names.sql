-- The sink's names differ on purpose: Flink writes by position.
CREATE TABLE src (a INT, b INT, c INT) WITH ('connector' = 'datagen');
CREATE TABLE snk (c INT, a INT, b INT) WITH ('connector' = 'print');
INSERT INTO snk SELECT a, b, c FROM src;
