SET 'execution.runtime-mode' = 'batch';
CREATE TABLE accounts (id INT, balance DOUBLE, tier STRING, bonus DOUBLE) WITH ('connector' = 'jdbc');
CREATE TABLE closed (acct INT, why STRING) WITH ('connector' = 'jdbc');
UPDATE accounts
SET balance = CASE WHEN tier = 'gold' THEN balance + bonus ELSE balance END
WHERE id NOT IN (SELECT acct FROM closed WHERE why = 'fraud');
