CREATE TABLE src (id INT, region STRING, v DOUBLE) WITH ('connector' = 'kafka');
CREATE TABLE eu (id INT, v DOUBLE) WITH ('connector' = 'kafka');
CREATE TABLE us (id INT, v DOUBLE) WITH ('connector' = 'kafka');
CREATE TEMPORARY VIEW clean AS SELECT id, region, v FROM src WHERE v IS NOT NULL;
EXECUTE STATEMENT SET
BEGIN
  INSERT INTO eu SELECT id, v FROM clean WHERE region = 'EU';
  INSERT INTO us SELECT id, v * 1.1 FROM clean WHERE region = 'US';
END;
