USE dm;
INSERT INTO daily_total SELECT buyer, total FROM ods.big_orders;
