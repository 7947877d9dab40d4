CREATE TABLE tickets (id INT, prio STRING, owner STRING, backup STRING) WITH ('connector' = 'kafka');
CREATE TABLE s (id INT, who STRING) WITH ('connector' = 'print');
INSERT INTO s
SELECT id, CASE prio WHEN 'HIGH' THEN owner WHEN 'LOW' THEN backup END FROM tickets;
