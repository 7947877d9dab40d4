CREATE TABLE src (a INT, b INT) WITH ('connector' = 'datagen');
CREATE TABLE snk (p INT, q INT) WITH ('connector' = 'print');
INSERT INTO snk SELECT * FROM src;
DROP TABLE src;
CREATE TABLE src (b INT, a INT) WITH ('connector' = 'datagen');
INSERT INTO snk SELECT * FROM src;
