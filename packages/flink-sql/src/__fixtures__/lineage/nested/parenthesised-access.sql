CREATE TABLE e (id INT, payload ROW<a INT, b STRING>) WITH ('connector' = 'kafka');
CREATE TABLE s (id INT, a INT, b STRING) WITH ('connector' = 'print');
INSERT INTO s SELECT id, (payload).a, (e.payload).b || '!' FROM e;
