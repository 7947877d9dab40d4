CREATE TABLE a (x INT, y INT) WITH ('connector' = 'kafka');
CREATE TABLE b (x INT, y INT) WITH ('connector' = 'kafka');
CREATE TABLE s (x INT, y INT) WITH ('connector' = 'print');
EXECUTE STATEMENT SET BEGIN
INSERT INTO s SELECT x, y FROM a;
INSERT INTO s SELECT x, y FROM b WHERE y > 0;
END;
