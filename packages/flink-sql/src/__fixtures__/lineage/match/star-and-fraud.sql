CREATE TABLE txn (acct STRING, amt DECIMAL(10, 2), place STRING, ts TIMESTAMP_LTZ(3), WATERMARK FOR ts AS ts) WITH ('connector' = 'kafka');
CREATE TABLE alerts (acct STRING, small_amt DECIMAL(10, 2), big_amt DECIMAL(10, 2), place STRING) WITH ('connector' = 'kafka');
INSERT INTO alerts
SELECT * FROM txn
MATCH_RECOGNIZE (
  PARTITION BY acct
  ORDER BY ts
  MEASURES SMALL.amt AS small_amt, BIG.amt AS big_amt, UPPER(BIG.place) AS place
  PATTERN (SMALL BIG)
  DEFINE SMALL AS SMALL.amt < 1, BIG AS BIG.amt > 500 AND BIG.place <> SMALL.place
);
