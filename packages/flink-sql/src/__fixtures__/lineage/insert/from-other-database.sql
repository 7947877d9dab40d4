CREATE DATABASE ods;
CREATE DATABASE ads;
USE ods;
CREATE TABLE t (a INT, b INT) WITH ('connector' = 'kafka');
USE ads;
CREATE TABLE t (p INT, q INT) WITH ('connector' = 'jdbc');
INSERT INTO t SELECT t.b, a FROM ods.t AS t;
INSERT INTO t SELECT ods.t.b, x.p FROM ods.t JOIN t AS x ON ods.t.a = x.q;
