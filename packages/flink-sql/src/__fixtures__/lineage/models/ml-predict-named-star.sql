CREATE MODEL fraud INPUT (a DOUBLE, m STRING) OUTPUT (score DOUBLE) WITH ('provider' = 'triton', 'endpoint' = 'http://triton:8000/v2/models', 'model-name' = 'fraud', 'model-version' = '1');
CREATE TABLE txn (id STRING, amount DOUBLE, merchant STRING) WITH ('connector' = 'kafka');
CREATE TABLE s (id STRING, amount DOUBLE, merchant STRING, score DOUBLE) WITH ('connector' = 'print');
INSERT INTO s
SELECT * FROM TABLE(ML_PREDICT(
  INPUT => TABLE txn,
  MODEL => MODEL fraud,
  ARGS => DESCRIPTOR(amount, merchant),
  CONFIG => MAP['async', 'true']));
