-- Which columns there are is not known: nothing is guessed.
CREATE TABLE s (x INT, y INT) WITH ('connector' = 'print');
INSERT INTO s
SELECT *
FROM nowhere WHERE q > 1;
