CREATE TABLE `my orders` (
  `order id` BIGINT,
  `select` STRING,
  `a``b` STRING,
  `dotted.name` STRING
) WITH ('connector' = 'kafka');
CREATE TABLE `sink-1` (`id` BIGINT, `from` STRING, `t` STRING, `d` STRING) WITH ('connector' = 'print');
INSERT INTO `sink-1`
SELECT o.`order id`, o.`select`, `my alias`.`a``b`, `my alias`.`dotted.name`
FROM `my orders` AS o
JOIN `my orders` AS `my alias` ON o.`order id` = `my alias`.`order id`;
