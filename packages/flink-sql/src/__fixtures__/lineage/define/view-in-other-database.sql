CREATE DATABASE dw;
USE dw;
CREATE TABLE base (k INT, v INT) WITH ('connector' = 'kafka');
-- The view keeps the database it was made in.
CREATE VIEW vv AS SELECT k, v FROM base;
USE default_catalog.default_database;
CREATE TABLE base (v INT, k INT) WITH ('connector' = 'kafka');
CREATE TABLE s (a INT, b INT) WITH ('connector' = 'print');
INSERT INTO s SELECT * FROM dw.vv;
