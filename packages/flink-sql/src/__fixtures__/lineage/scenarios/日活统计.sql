-- 日活、留存与渠道拉新
CREATE TABLE 行为日志 (
  用户编号 BIGINT,
  渠道 STRING,
  事件 STRING,
  扩展 MAP<STRING, STRING>,
  发生时间 TIMESTAMP(3),
  WATERMARK FOR 发生时间 AS 发生时间 - INTERVAL '1' MINUTE
) WITH ('connector' = 'kafka', 'topic' = 'behavior');
CREATE TABLE 用户表 (用户编号 BIGINT, 注册日期 DATE, 手机号 STRING, PRIMARY KEY (用户编号) NOT ENFORCED) WITH ('connector' = 'jdbc');
CREATE TABLE 日活 (日期 TIMESTAMP(3), 渠道 STRING, 活跃人数 BIGINT, 新增人数 BIGINT) WITH ('connector' = 'jdbc');
CREATE TABLE 明细 (用户编号 BIGINT, 手机号摘要 STRING, 页面 STRING) WITH ('connector' = 'kafka');
EXECUTE STATEMENT SET BEGIN
INSERT INTO 日活
SELECT 窗口, 渠道, COUNT(DISTINCT 用户编号), COUNT(DISTINCT IF(新用户, 用户编号, CAST(NULL AS BIGINT)))
FROM (
  SELECT w.window_start AS 窗口, w.渠道, w.用户编号, u.注册日期 = CAST(w.发生时间 AS DATE) AS 新用户
  FROM TABLE(CUMULATE(TABLE 行为日志, DESCRIPTOR(发生时间), INTERVAL '1' MINUTE, INTERVAL '1' DAY)) AS w
  LEFT JOIN 用户表 AS u ON w.用户编号 = u.用户编号
) AS 临时
GROUP BY 窗口, 渠道;
INSERT INTO 明细
SELECT l.用户编号, SHA256(u.手机号), l.扩展['页面']
FROM 行为日志 AS l JOIN 用户表 AS u USING (用户编号)
WHERE l.事件 = '浏览';
END;
