CREATE TABLE cfg (k STRING, v STRING, n INT) WITH ('connector' = 'jdbc');
INSERT INTO cfg VALUES ('a', 'b', 1), ('c', UPPER('d'), 1 + 1);
INSERT INTO cfg (k) VALUES ('only key');
