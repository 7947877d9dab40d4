CREATE TABLE t (a INT, b INT) WITH ('connector' = 'datagen');
CREATE TABLE s (x INT) WITH ('connector' = 'print');
BEGIN STATEMENT SET;
INSERT INTO s SELECT CASE WHEN a > 0 THEN b ELSE 0 END FROM t;
INSERT INTO s SELECT IF(b > 0, a, 1) FROM t;
END;
