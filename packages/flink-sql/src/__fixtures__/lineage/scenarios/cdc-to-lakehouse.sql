-- MySQL shards into one Paimon table, soft deletes dropped, PII hashed.
SET 'execution.checkpointing.interval' = '30 s';
CREATE CATALOG lake WITH ('type' = 'generic_in_memory', 'default-database' = 'ods');
CREATE TEMPORARY TABLE mysql_users (
  db STRING METADATA FROM 'database_name' VIRTUAL,
  tbl STRING METADATA FROM 'table_name' VIRTUAL,
  id BIGINT,
  login STRING,
  email STRING,
  mobile STRING,
  deleted TINYINT,
  updated_at TIMESTAMP(3),
  PRIMARY KEY (id) NOT ENFORCED
) WITH (
  'connector' = 'mysql-cdc',
  'hostname' = 'mysql.internal',
  'database-name' = 'crm_[0-9]+',
  'table-name' = 'users'
);
CREATE TABLE lake.ods.users (
  shard STRING,
  id BIGINT,
  login STRING,
  email_md5 STRING,
  mobile_tail STRING,
  updated_at TIMESTAMP(3),
  dt STRING,
  PRIMARY KEY (dt, shard, id) NOT ENFORCED
) PARTITIONED BY (dt) WITH ('connector' = 'paimon', 'bucket' = '4');
INSERT INTO lake.ods.users
SELECT
  CONCAT(db, '.', tbl) AS shard,
  id,
  TRIM(login),
  MD5(LOWER(email)),
  RIGHT(mobile, 4),
  updated_at,
  DATE_FORMAT(updated_at, 'yyyy-MM-dd')
FROM mysql_users /*+ OPTIONS('server-id' = '5401-5404') */
WHERE deleted = 0;
