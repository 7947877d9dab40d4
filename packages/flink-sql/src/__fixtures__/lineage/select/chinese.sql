CREATE TABLE 订单 (
  订单号 BIGINT COMMENT '主键',
  客户 STRING,
  金额 DECIMAL(10, 2),
  下单时间 TIMESTAMP(3)
) WITH ('connector' = 'kafka', 'topic' = '订单');
CREATE TABLE 客户汇总 (客户 STRING, 总金额 DECIMAL(38, 2)) WITH ('connector' = 'print');
-- 只统计大额订单
INSERT INTO 客户汇总
SELECT 客户, SUM(金额) AS 总金额
FROM 订单
WHERE 金额 > 100
GROUP BY 客户;
