CREATE TABLE shop_sales (product_id STRING, category STRING, sales BIGINT) WITH ('connector' = 'kafka');
CREATE TABLE s (category STRING, product_id STRING, sales BIGINT, rn BIGINT) WITH ('connector' = 'print');
INSERT INTO s
SELECT category, product_id, sales, row_num
FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY category ORDER BY sales DESC) AS row_num FROM shop_sales
)
WHERE row_num <= 5;
