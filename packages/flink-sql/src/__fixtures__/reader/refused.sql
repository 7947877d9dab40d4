-- Mistakes that people make, one in each statement.
CREATE TABLE messages (
  id BIGINT,
  timestamp TIMESTAMP(3),
  PRIMARY KEY (id) NOT ENFORCED
) WITH ('connector' = 'kafka');

CREATE TABLE orders (
  id BIGINT,
  price DECIMAL(10, 2,
) WITH ('connector' = 'kafka');

CREATE TABLE sink (id BIGINT) WITH ('connector' = 'print',);

CREATE VIEW big AS SELECT id, day FROM orders;

SELECT id price, name total sum FROM orders;

SELECT id, FROM orders;

SELECT * FROM orders WHERE id != 3;

SELECT * FROM orders WHERE id = 3 AND;

SELECT * FROM orders o LEFT rates r ON o.id = r.id;

SELECT user, COUNT(*) FROM orders GROUP BY user HAVING;

SELECT TUMBLE_START(ts, INTERVAL '1' HOURZ) FROM orders;

SELECT * FROM TUMBLE(TABLE orders, DESCRIPTOR(ts) INTERVAL '1' HOUR);

SELECT /*+ BROADCAST(a) SHUFFLE_HASH(b) */ * FROM a JOIN b ON a.id = b.id;

INSERT sink SELECT id FROM orders;

INSERT INTO sink PARTITION (date = '2024-01-01') SELECT id FROM orders;

SELECT id FROM orders LIMIT 5, 10;

SELECT CASE WHEN id > 1 THEN 'a' ELSE 'b' FROM orders;

SELECT COUNT(*) OVER (PARTITION BY id ORDER BY ts ROWS 3) FROM orders;

EXECUTE STATEMENT SET BEGIN
  INSERT INTO a SELECT 1;
  SELECT 2;
END;

ALTER TABLE orders RENAME price total;

DROP TABLE orders CASCADE;

SHOW TABLES sales;

SET 'parallelism.default' = 4;

SELECT id
FROM orders
SELECT id FROM sink;

MERGE INTO sink USING orders ON TRUE WHEN MATCHED THEN DELETE;

GRANT SELECT ON orders TO alice;
