CREATE TABLE people (first_name STRING, last_name STRING, mail STRING, phone STRING) WITH ('connector' = 'kafka');
CREATE TABLE clean (full_name STRING, domain STRING, digits STRING, initials STRING, trimmed STRING, pos INT) WITH ('connector' = 'print');
INSERT INTO clean
SELECT
  first_name || ' ' || last_name,
  SPLIT_INDEX(mail, '@', 1),
  REGEXP_REPLACE(phone, '[^0-9]', ''),
  CONCAT(UPPER(LEFT(first_name, 1)), UPPER(LEFT(last_name, 1))),
  TRIM(BOTH ' ' FROM last_name),
  POSITION('@' IN mail)
FROM people;
