-- Defined columns come first, those of the query after; one of both places is matched by name.
CREATE TABLE src (id INT NOT NULL, ts TIMESTAMP(3), v INT) WITH ('connector' = 'kafka');
CREATE TABLE dst (
  note STRING,
  v BIGINT,
  doubled AS v * 2,
  PRIMARY KEY (id) NOT ENFORCED
) WITH ('connector' = 'jdbc') AS SELECT id, ts, v FROM src;
CREATE TABLE s (a STRING, b BIGINT, c INT, d TIMESTAMP(3), e BIGINT) WITH ('connector' = 'print');
INSERT INTO s SELECT note, doubled, id, ts, v FROM dst;
