CREATE TABLE a (id INT, v INT, st STRING) WITH ('connector' = 'kafka');
CREATE TABLE b (id INT, w INT) WITH ('connector' = 'kafka');
CREATE VIEW joined AS
SELECT a.id, CASE WHEN a.st = 'x' THEN b.w ELSE 0 END AS w, a.v FROM a LEFT JOIN b ON a.id = b.id;
CREATE TABLE s (v INT) WITH ('connector' = 'print');
-- Only v is read, yet the view's influences come along.
INSERT INTO s SELECT v FROM joined WHERE v > 1;
