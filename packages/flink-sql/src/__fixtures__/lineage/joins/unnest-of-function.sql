CREATE TABLE t (id INT, csv STRING) WITH ('connector' = 'kafka');
CREATE TABLE s (id INT, part STRING) WITH ('connector' = 'print');
INSERT INTO s SELECT id, TRIM(p) FROM t CROSS JOIN UNNEST(SPLIT(csv, ',')) AS x (p);
