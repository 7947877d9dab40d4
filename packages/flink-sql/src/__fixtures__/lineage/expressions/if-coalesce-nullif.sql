CREATE TABLE profiles (id INT, nick STRING, name STRING, mail STRING, age INT, born INT) WITH ('connector' = 'kafka');
CREATE TABLE s (id INT, shown STRING, age INT, mail STRING, big INT) WITH ('connector' = 'print');
INSERT INTO s
SELECT
  id,
  COALESCE(nick, name, 'anonymous'),
  IF(age > 0, age, 2024 - born),
  NULLIF(mail, name),
  GREATEST(age, born)
FROM profiles;
