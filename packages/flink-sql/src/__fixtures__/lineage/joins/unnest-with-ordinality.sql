CREATE TABLE posts (id INT, tags ARRAY<STRING>) WITH ('connector' = 'kafka');
CREATE TABLE s (id INT, tag STRING, pos INT) WITH ('connector' = 'print');
INSERT INTO s
SELECT id, tag, pos FROM posts CROSS JOIN UNNEST(tags) WITH ORDINALITY AS t (tag, pos) WHERE pos <= 3;
