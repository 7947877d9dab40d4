CREATE TABLE people (id INT, fn STRING, sn STRING, street STRING, city STRING) WITH ('connector' = 'jdbc');
CREATE TABLE s (id INT, name ROW<first_ STRING, last_ STRING>, addr ROW<street STRING, city STRING>) WITH ('connector' = 'kafka');
INSERT INTO s
SELECT id, ROW(fn, sn), CAST(ROW(street, UPPER(city)) AS ROW<street STRING, city STRING>) FROM people;
INSERT INTO s
SELECT id, (fn, sn), (street, city) FROM people;
