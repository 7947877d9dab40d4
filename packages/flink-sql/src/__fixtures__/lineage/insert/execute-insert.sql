CREATE TABLE a (x INT) WITH ('connector' = 'datagen');
CREATE TABLE b (y INT) WITH ('connector' = 'print');
EXECUTE INSERT INTO b SELECT x FROM a;
