CREATE TABLE items (id INT, name STRING) WITH ('connector' = 'jdbc');
CREATE TABLE prices (item_id INT, price DOUBLE, cur STRING) WITH ('connector' = 'jdbc');
CREATE TABLE s (id INT, best DOUBLE) WITH ('connector' = 'print');
INSERT INTO s
SELECT i.id, (SELECT MIN(p.price) FROM prices p WHERE p.item_id = i.id AND p.cur = 'EUR') AS best
FROM items i;
