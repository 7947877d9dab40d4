CREATE TABLE orders (id INT, doc ROW<items ARRAY<ROW<sku STRING, qty INT>>, note STRING>) WITH ('connector' = 'kafka');
CREATE TABLE s (id INT, sku STRING, qty INT, note STRING) WITH ('connector' = 'print');
INSERT INTO s
SELECT o.id, i.sku, i.qty, o.doc.note FROM orders AS o CROSS JOIN UNNEST(o.doc.items) AS i;
