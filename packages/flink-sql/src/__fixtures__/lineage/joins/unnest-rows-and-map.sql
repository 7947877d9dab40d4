CREATE TABLE baskets (id INT, items ARRAY<ROW<sku STRING, qty INT>>, attrs MAP<STRING, STRING>) WITH ('connector' = 'kafka');
CREATE TABLE s (id INT, sku STRING, qty INT) WITH ('connector' = 'print');
CREATE TABLE kv (id INT, k STRING, v STRING) WITH ('connector' = 'print');
INSERT INTO s SELECT id, i.sku, i.qty * 2 FROM baskets CROSS JOIN UNNEST(items) AS i (sku, qty);
INSERT INTO kv SELECT id, k, v FROM baskets LEFT JOIN UNNEST(attrs) AS m (k, v) ON TRUE;
