CREATE TABLE posts (id INT, tags ARRAY<STRING>, n INT) WITH ('connector' = 'kafka');
CREATE TABLE s (id INT, tag STRING) WITH ('connector' = 'print');
INSERT INTO s SELECT p.id, t.tag FROM posts p CROSS JOIN UNNEST(p.tags) AS t (tag);
INSERT INTO s SELECT id, tag FROM posts, UNNEST(tags) AS t (tag) WHERE tag <> '';
