CREATE TABLE t (grp STRING, tag STRING, w INT) WITH ('connector' = 'kafka');
CREATE TABLE s (grp STRING, tags STRING, doc STRING) WITH ('connector' = 'print');
INSERT INTO s
SELECT grp, JSON_ARRAYAGG(tag), JSON_OBJECT('top' VALUE MAX(w)) FROM t GROUP BY grp;
