CREATE FUNCTION geo_hash AS 'com.example.GeoHash';
CREATE TEMPORARY SYSTEM FUNCTION IF NOT EXISTS mask_card AS 'com.example.MaskCard' LANGUAGE JAVA;
CREATE TABLE rides (ride_id STRING, lat DOUBLE, lon DOUBLE, card STRING) WITH ('connector' = 'kafka');
CREATE TABLE s (ride_id STRING, cell STRING, card STRING) WITH ('connector' = 'print');
INSERT INTO s SELECT ride_id, geo_hash(lat, lon, 7), mask_card(card) FROM rides WHERE default_catalog.default_database.geo_hash(lat, lon, 3) <> 'u33';
