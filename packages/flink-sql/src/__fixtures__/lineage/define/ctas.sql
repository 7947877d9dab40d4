CREATE TABLE src (id BIGINT, name STRING, age INT) WITH ('connector' = 'kafka');
CREATE TABLE adults WITH ('connector' = 'jdbc') AS
SELECT id, UPPER(name) AS name, age AS years FROM src WHERE age >= 18;
CREATE TABLE s (id BIGINT, y INT) WITH ('connector' = 'print');
INSERT INTO s SELECT id, years FROM adults;
