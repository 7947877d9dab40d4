CREATE CATALOG lake WITH ('type' = 'generic_in_memory');
CREATE DATABASE lake.ods;
CREATE TABLE lake.ods.events (id STRING, body STRING) WITH ('connector' = 'kafka');
CREATE TABLE sink (id STRING, body STRING) WITH ('connector' = 'print');
INSERT INTO default_catalog.default_database.sink
SELECT lake.ods.events.id, events.body FROM lake.ods.events;
