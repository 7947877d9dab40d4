-- An unqualified name belongs to the innermost scope that has it.
CREATE TABLE a (id INT, v INT) WITH ('connector' = 'jdbc');
CREATE TABLE b (id INT, w INT) WITH ('connector' = 'jdbc');
CREATE TABLE s (id INT) WITH ('connector' = 'print');
INSERT INTO s SELECT id FROM a WHERE EXISTS (SELECT 1 FROM b WHERE id = 3 AND w = v);
