CREATE TABLE a (x INT, y INT) WITH ('connector' = 'datagen');
CREATE TABLE b (z INT) WITH ('connector' = 'datagen');
CREATE TABLE s (c1 INT, c2 INT, c3 INT, c4 INT, c5 INT, c6 INT) WITH ('connector' = 'print');
INSERT INTO s SELECT z, a.*, 0, b.*, y FROM a CROSS JOIN b;
