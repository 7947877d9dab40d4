-- Compiling writes no table, executing does.
CREATE TABLE t (a INT) WITH ('connector' = 'kafka');
CREATE TABLE s (x INT) WITH ('connector' = 'print');
COMPILE PLAN '/plans/p.json' IF NOT EXISTS FOR INSERT INTO s SELECT a FROM t;
COMPILE AND EXECUTE PLAN '/plans/q.json' FOR INSERT INTO s SELECT a + 1 FROM t;
