CREATE TABLE customers (id BIGINT, full_name STRING, email STRING, phone STRING, birth DATE, iban STRING, consent ROW<marketing BOOLEAN, profiling BOOLEAN>) WITH ('connector' = 'postgres-cdc');
CREATE TABLE marketing (id BIGINT, greeting STRING, email STRING, age_band STRING) WITH ('connector' = 'kafka');
CREATE TABLE analytics (pid STRING, birth_year BIGINT, has_iban BOOLEAN, phone_cc STRING) WITH ('connector' = 'iceberg');
CREATE TABLE finance (id BIGINT, iban_masked STRING) WITH ('connector' = 'kafka');
EXECUTE STATEMENT SET
BEGIN
INSERT INTO marketing
SELECT
  id,
  'Dear ' || SPLIT_INDEX(full_name, ' ', 0),
  email,
  CASE WHEN TIMESTAMPDIFF(YEAR, birth, CURRENT_DATE) < 30 THEN 'young' ELSE 'other' END
FROM customers WHERE consent.marketing;
INSERT INTO analytics
SELECT SHA2(CAST(id AS STRING) || 'pepper', 256), EXTRACT(YEAR FROM birth), iban IS NOT NULL, LEFT(phone, 3)
FROM customers WHERE consent.profiling IS TRUE;
INSERT INTO finance
SELECT id, CONCAT(LEFT(iban, 4), REPEAT('*', CHAR_LENGTH(iban) - 8), RIGHT(iban, 4)) FROM customers;
END;
