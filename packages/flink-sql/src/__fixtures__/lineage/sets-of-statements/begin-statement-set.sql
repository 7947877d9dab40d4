CREATE TABLE src (id INT, kind STRING, v DOUBLE) WITH ('connector' = 'kafka');
CREATE TABLE all_s (id INT, v DOUBLE) WITH ('connector' = 'kafka');
CREATE TABLE agg_s (kind STRING, v DOUBLE) WITH ('connector' = 'jdbc');
BEGIN STATEMENT SET;
INSERT INTO all_s SELECT id, v FROM src;
INSERT INTO agg_s SELECT kind, SUM(v) FROM src GROUP BY kind;
END;
INSERT INTO all_s SELECT id, v + 1 FROM src;
