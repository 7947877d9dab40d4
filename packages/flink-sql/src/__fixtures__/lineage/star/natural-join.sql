CREATE TABLE emp (emp_id INT, dept_id INT, ename STRING) WITH ('connector' = 'jdbc');
CREATE TABLE dept (dept_id INT, dname STRING) WITH ('connector' = 'jdbc');
CREATE TABLE s (dept_id INT, emp_id INT, ename STRING, dname STRING) WITH ('connector' = 'print');
INSERT INTO s SELECT * FROM emp NATURAL JOIN dept;
