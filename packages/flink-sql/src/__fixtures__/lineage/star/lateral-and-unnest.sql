CREATE TABLE t (id INT, xs ARRAY<INT>) WITH ('connector' = 'kafka');
CREATE TABLE s (id INT, xs ARRAY<INT>, x INT, pos INT) WITH ('connector' = 'print');
INSERT INTO s SELECT * FROM t CROSS JOIN UNNEST(xs) WITH ORDINALITY AS u (x, pos);
