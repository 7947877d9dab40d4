CREATE DATABASE ods;
CREATE DATABASE dm;
CREATE TABLE ods.orders (id BIGINT, buyer STRING, total DOUBLE) WITH ('connector' = 'kafka');
CREATE VIEW ods.big_orders AS SELECT buyer, total, id FROM ods.orders WHERE total > 1000;
CREATE TABLE dm.daily_total (who STRING, amount DOUBLE) WITH ('connector' = 'print');
