CREATE TABLE Orders (`orderId` BIGINT, `OrderId` BIGINT, `orderid` BIGINT) WITH ('connector' = 'datagen');
CREATE TABLE orders (x BIGINT, y BIGINT, z BIGINT) WITH ('connector' = 'print');
INSERT INTO orders SELECT orderid, OrderId, orderId FROM Orders;
