CREATE TABLE lines (id BIGINT, qty INT, unit_price DECIMAL(10, 2), discount DECIMAL(4, 2), tax_rate DOUBLE) WITH ('connector' = 'kafka');
CREATE TABLE totals (id BIGINT, net DECIMAL(20, 4), gross DOUBLE, neg INT, m INT) WITH ('connector' = 'print');
INSERT INTO totals
SELECT
  id,
  qty * unit_price - discount,
  (qty * unit_price - discount) * (1 + tax_rate),
  -qty,
  MOD(qty, 7)
FROM lines;
