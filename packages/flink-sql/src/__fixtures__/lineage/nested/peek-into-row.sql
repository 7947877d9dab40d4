-- Flink finds an unqualified name inside a ROW when no column has it.
CREATE TABLE e (id INT, payload ROW<buyer ROW<mail STRING>, total DOUBLE>) WITH ('connector' = 'kafka');
CREATE TABLE s (id INT, total DOUBLE, mail STRING) WITH ('connector' = 'print');
INSERT INTO s SELECT id, total, LOWER(mail) FROM e;
