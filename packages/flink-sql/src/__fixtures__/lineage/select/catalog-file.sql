-- ods.orders and dwd.orders are defined in the catalog beforehand
INSERT INTO dwd.orders
SELECT o.id, o.buyer, CAST(o.total AS DECIMAL(12, 2))
FROM ods.orders AS o
WHERE o.deleted = FALSE;
