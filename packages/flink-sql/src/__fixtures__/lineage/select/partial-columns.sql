CREATE TABLE users_src (id BIGINT, name STRING, email STRING) WITH ('connector' = 'mysql-cdc');
CREATE TABLE users_dim (
  id BIGINT,
  email STRING,
  name STRING,
  country STRING,
  PRIMARY KEY (id) NOT ENFORCED
) WITH ('connector' = 'jdbc');
INSERT INTO users_dim (name, id) SELECT name, id FROM users_src;
INSERT INTO users_dim (email, id) SELECT name, id FROM users_src;
