CREATE TABLE t (a INT, b STRING, c STRING, d INT, e STRING) PARTITIONED BY (b, c) WITH ('connector'='k');
CREATE TABLE s (p INT, q STRING, r STRING, u INT, w STRING) WITH ('connector'='k');
INSERT INTO t PARTITION (c='1') SELECT p, q, u, w FROM s;
INSERT INTO t PARTITION (c='1', b='2') SELECT p, u, w FROM s;
INSERT INTO t PARTITION (b='2') (e, c, a) SELECT q, r, p FROM s;
INSERT INTO t (e, a) SELECT q || r, p FROM s;
INSERT INTO t (c, b, a) SELECT * FROM (SELECT q, r, p FROM s);
INSERT OVERWRITE t PARTITION (c='1', b='2') (e) SELECT q FROM s WHERE u > 1;
