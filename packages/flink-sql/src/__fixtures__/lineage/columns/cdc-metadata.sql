CREATE TABLE mysql_orders (
  db_name STRING METADATA FROM 'database_name' VIRTUAL,
  table_name STRING METADATA VIRTUAL,
  op_ts TIMESTAMP_LTZ(3) METADATA FROM 'op_ts' VIRTUAL,
  order_id BIGINT,
  amount DECIMAL(10, 2),
  PRIMARY KEY (order_id) NOT ENFORCED
) WITH ('connector' = 'mysql-cdc', 'hostname' = 'db', 'database-name' = 'shop', 'table-name' = 'orders_.*');
CREATE TABLE ods_orders (
  order_id BIGINT,
  src STRING,
  amount DECIMAL(10, 2),
  op_ts TIMESTAMP_LTZ(3),
  PRIMARY KEY (order_id, src) NOT ENFORCED
) WITH ('connector' = 'paimon');
INSERT INTO ods_orders
SELECT order_id, db_name || '.' || table_name, amount, op_ts FROM mysql_orders;
