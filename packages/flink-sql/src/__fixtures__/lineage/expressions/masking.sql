CREATE TABLE customers (id BIGINT, email STRING, phone STRING, ssn STRING, name STRING) WITH ('connector' = 'mysql-cdc');
CREATE TABLE masked (id BIGINT, email_hash STRING, phone_hash STRING, ssn_hash STRING, name STRING) WITH ('connector' = 'upsert-kafka');
INSERT INTO masked
SELECT id, MD5(LOWER(email)), SHA256(phone), SHA2(ssn, 512), CONCAT(LEFT(name, 1), '***') FROM customers;
