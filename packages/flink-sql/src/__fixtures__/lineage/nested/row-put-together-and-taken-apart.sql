-- A field of a row that the query put together is what was put there.
CREATE TABLE t (a INT, b STRING, c INT) WITH ('connector' = 'kafka');
CREATE TABLE o (x INT, y STRING) WITH ('connector' = 'print');
CREATE VIEW v AS SELECT CAST(ROW(a + c, ROW(b)) AS ROW<n INT, m ROW<s STRING>>) AS r FROM t;
INSERT INTO o SELECT r.n, r.m.s FROM v;
INSERT INTO o SELECT q.r.n, UPPER(q.r.m.s) FROM (SELECT r FROM v) AS q;
