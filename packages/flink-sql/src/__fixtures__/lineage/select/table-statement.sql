CREATE TABLE dim_city (id INT, city STRING) WITH ('connector' = 'jdbc');
CREATE TABLE city_copy (city_id INT, city_name STRING) WITH ('connector' = 'print');
INSERT INTO city_copy TABLE dim_city;
