CREATE TABLE orders (order_id STRING, cust INT, total DOUBLE, proc AS PROCTIME()) WITH ('connector' = 'kafka');
CREATE TABLE customers (id INT, name STRING, zip STRING, country STRING, PRIMARY KEY (id) NOT ENFORCED) WITH ('connector' = 'jdbc', 'lookup.cache' = 'PARTIAL');
CREATE TABLE s (order_id STRING, total DOUBLE, country STRING, zip STRING) WITH ('connector' = 'kafka');
INSERT INTO s
SELECT /*+ LOOKUP('table' = 'c', 'retry-predicate' = 'lookup_miss', 'retry-strategy' = 'fixed_delay', 'fixed-delay' = '10s', 'max-attempts' = '3') */
  o.order_id, o.total, c.country, c.zip
FROM orders AS o
JOIN customers FOR SYSTEM_TIME AS OF o.proc AS c ON o.cust = c.id AND c.country <> 'XX';
