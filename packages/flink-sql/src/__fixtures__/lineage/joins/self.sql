CREATE TABLE emp (id INT, boss INT, name STRING) WITH ('connector' = 'jdbc');
CREATE TABLE s (name STRING, boss STRING) WITH ('connector' = 'print');
INSERT INTO s SELECT e.name, m.name FROM emp e LEFT JOIN emp m ON e.boss = m.id;
