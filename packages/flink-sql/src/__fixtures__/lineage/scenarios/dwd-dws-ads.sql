-- Three layers in one script.
CREATE DATABASE ods;
CREATE DATABASE dwd;
CREATE DATABASE dws;
CREATE TABLE ods.trade (id BIGINT, buyer BIGINT, sku BIGINT, cnt INT, price DECIMAL(10, 2), created TIMESTAMP(3), state INT) WITH ('connector' = 'kafka');
CREATE TABLE ods.sku (id BIGINT, title STRING, cat BIGINT) WITH ('connector' = 'jdbc');
CREATE TABLE dwd.trade (id BIGINT, buyer BIGINT, title STRING, cat BIGINT, amount DECIMAL(20, 2), dt STRING) WITH ('connector' = 'paimon');
CREATE TABLE dws.cat_day (dt STRING, cat BIGINT, buyers BIGINT, amount DECIMAL(38, 2)) WITH ('connector' = 'paimon');
USE dwd;
BEGIN STATEMENT SET;
INSERT INTO dwd.trade
SELECT t.id, t.buyer, s.title, s.cat, t.cnt * t.price, DATE_FORMAT(t.created, 'yyyyMMdd')
FROM ods.trade t LEFT JOIN ods.sku s ON t.sku = s.id
WHERE t.state IN (1, 2, 3);
INSERT INTO dws.cat_day
SELECT dt, cat, COUNT(DISTINCT buyer), SUM(amount) FROM trade GROUP BY dt, cat;
END;
