CREATE FUNCTION explode_json AS 'com.example.ExplodeJson';
CREATE TABLE raw_docs (doc STRING, src STRING) WITH ('connector' = 'kafka');
CREATE TABLE s (k STRING, v STRING) WITH ('connector' = 'print');
INSERT INTO s SELECT f.k, f.v FROM explode_json(TABLE raw_docs) AS f WHERE f.k <> 'id';
