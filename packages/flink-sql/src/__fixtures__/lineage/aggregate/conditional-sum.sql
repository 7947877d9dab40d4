CREATE TABLE pay (acct STRING, dir STRING, amt DOUBLE) WITH ('connector' = 'kafka');
CREATE TABLE s (acct STRING, credit DOUBLE, debits BIGINT, balance DOUBLE) WITH ('connector' = 'print');
INSERT INTO s
SELECT acct,
  SUM(CASE WHEN dir = 'C' THEN amt ELSE 0 END),
  COUNT(CASE dir WHEN 'D' THEN 1 END),
  SUM(IF(dir = 'C', amt, -amt))
FROM pay GROUP BY acct;
