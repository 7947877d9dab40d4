CREATE TABLE t (id INT, v INT, ts TIMESTAMP(3)) WITH ('connector' = 'kafka');
CREATE TABLE s (id INT, v INT) WITH ('connector' = 'print');
INSERT INTO s SELECT id, v FROM t QUALIFY ROW_NUMBER() OVER (PARTITION BY id ORDER BY ts DESC) = 1;
