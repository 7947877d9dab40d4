CREATE TABLE t (id INT, parent INT, v STRING) WITH ('connector' = 'kafka');
CREATE TABLE s (child STRING, parent STRING) WITH ('connector' = 'print');
INSERT INTO s
WITH n AS (SELECT id, parent, v AS label FROM t WHERE id > 0)
SELECT c.label, p.label FROM n AS c JOIN n AS p ON c.parent = p.id;
