CREATE VIEW active AS SELECT user_id AS uid, name FROM crm.users WHERE active;
CREATE TABLE s (uid INT, name STRING) WITH ('connector' = 'print');
INSERT INTO s SELECT uid, UPPER(name) FROM active;
