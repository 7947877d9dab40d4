CREATE TABLE a (k ROW<id INT, region STRING>, v INT) WITH ('connector' = 'kafka');
CREATE TABLE b (id INT, meta ROW<region STRING, w INT>) WITH ('connector' = 'kafka');
CREATE TABLE s (v INT, w INT) WITH ('connector' = 'print');
INSERT INTO s SELECT a.v, b.meta.w FROM a JOIN b ON a.k.id = b.id AND a.k.region = b.meta.region;
