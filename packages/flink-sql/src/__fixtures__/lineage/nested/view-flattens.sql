CREATE TABLE raw_orders (doc ROW<order_id STRING, buyer ROW<id INT, mail STRING>, total DOUBLE>) WITH ('connector' = 'kafka');
CREATE VIEW flat_orders AS
SELECT r.doc.order_id, r.doc.buyer.mail AS mail, r.doc.total AS total FROM raw_orders AS r;
CREATE TABLE s (order_id STRING, mail_hash STRING, total DOUBLE) WITH ('connector' = 'print');
INSERT INTO s SELECT order_id, MD5(mail), SUM(total) FROM flat_orders GROUP BY order_id, mail;
