CREATE TABLE src (a INT, b INT) WITH ('connector' = 'datagen');
CREATE TABLE snk (p INT, q INT, r INT) WITH ('connector' = 'print');
ALTER TABLE src ADD (c INT FIRST);
ALTER TABLE src RENAME b TO bb;
INSERT INTO snk SELECT * FROM src;
