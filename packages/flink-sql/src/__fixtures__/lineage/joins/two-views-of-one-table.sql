CREATE TABLE t (id INT, parent INT, v INT, kind STRING) WITH ('connector' = 'kafka');
CREATE VIEW heads AS SELECT id, v FROM t WHERE kind = 'head';
CREATE VIEW lines AS SELECT parent, SUM(v) AS total FROM t WHERE kind = 'line' GROUP BY parent;
CREATE TABLE s (id INT, own INT, total INT) WITH ('connector' = 'print');
INSERT INTO s SELECT h.id, h.v, l.total FROM heads h JOIN lines l ON h.id = l.parent;
