CREATE DATABASE ods;
CREATE DATABASE dwd;
CREATE TABLE ods.orders (id BIGINT, buyer STRING, total DOUBLE, deleted BOOLEAN) WITH ('connector' = 'kafka');
CREATE TABLE dwd.orders (order_id BIGINT, buyer_id STRING, total DECIMAL(12, 2)) WITH ('connector' = 'iceberg');
