CREATE TABLE old_name (a INT, b INT) WITH ('connector' = 'kafka');
CREATE TABLE s (x INT, y INT) WITH ('connector' = 'print');
ALTER TABLE old_name RENAME TO new_name;
INSERT INTO s SELECT b, a FROM new_name;
