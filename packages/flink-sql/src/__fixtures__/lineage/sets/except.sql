CREATE TABLE all_users (id INT, name STRING) WITH ('connector' = 'jdbc');
CREATE TABLE gone (uid INT, label STRING, why STRING) WITH ('connector' = 'jdbc');
CREATE TABLE s (id INT, name STRING) WITH ('connector' = 'print');
INSERT INTO s
SELECT id, name FROM all_users
EXCEPT
SELECT uid, label FROM gone WHERE why = 'deleted';
