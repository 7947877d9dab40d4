CREATE TABLE t (a STRING, b STRING) WITH ('connector' = 'kafka');
CREATE TABLE s (x STRING, y STRING, z STRING) WITH ('connector' = 'print');
-- it's a comment; with an apostrophe
INSERT INTO s
SELECT a || 'it''s FROM b; INSERT INTO s SELECT b', '-- not a comment', /* b, */ 'a'
FROM t
WHERE b <> '/*';
