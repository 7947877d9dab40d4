CREATE FUNCTION split_words AS 'com.example.SplitWords';
CREATE TABLE docs (id INT, body STRING, lang STRING) WITH ('connector' = 'kafka');
CREATE TABLE s (id INT, word STRING, len INT) WITH ('connector' = 'print');
INSERT INTO s
SELECT d.id, w.word, w.len
FROM docs AS d, LATERAL TABLE(split_words(d.body, d.lang)) AS w (word, len);
INSERT INTO s
SELECT id, word, len
FROM docs LEFT JOIN LATERAL TABLE(split_words(body, ' ')) AS w (word, len) ON TRUE
WHERE len > 3;
