-- 供应链:入库与出库合并成库存快照
CREATE TABLE `入库单` (`单号` STRING, `仓库` STRING, `物料` STRING, `数量` INT, `时间` TIMESTAMP(3), WATERMARK FOR `时间` AS `时间` - INTERVAL '5' SECOND) WITH ('connector' = 'kafka');
CREATE TABLE `出库单` (`单号` STRING, `仓库` STRING, `物料` STRING, `数量` INT, `时间` TIMESTAMP(3), WATERMARK FOR `时间` AS `时间` - INTERVAL '5' SECOND) WITH ('connector' = 'kafka');
CREATE TABLE `仓库维表` (`编码` STRING, `名称` STRING, `停用` BOOLEAN) WITH ('connector' = 'jdbc');
CREATE TABLE `库存` (`仓库名称` STRING, `物料` STRING, `结存` INT, PRIMARY KEY (`仓库名称`, `物料`) NOT ENFORCED) WITH ('connector' = 'upsert-kafka');
CREATE VIEW `流水` AS
SELECT `仓库`, `物料`, `数量` AS `变动` FROM `入库单`
UNION ALL
SELECT `仓库`, `物料`, -`数量` FROM `出库单`;
INSERT INTO `库存`
SELECT w.`名称`, l.`物料`, SUM(l.`变动`)
FROM `流水` AS l
JOIN `仓库维表` AS w ON l.`仓库` = w.`编码` AND w.`停用` = FALSE
GROUP BY w.`名称`, l.`物料`
HAVING SUM(l.`变动`) >= 0;
