-- USING and NATURAL merge their columns to COALESCE(left, right), first in the star.
CREATE TABLE a (x INT, id INT) WITH ('connector' = 'datagen');
CREATE TABLE b (y INT, id INT) WITH ('connector' = 'datagen');
CREATE TABLE s (c1 INT, c2 INT, c3 INT) WITH ('connector' = 'print');
INSERT INTO s SELECT * FROM a JOIN b USING (id);
