CREATE TABLE sensors (device STRING, room STRING, temp DOUBLE, hum DOUBLE, low DOUBLE, high DOUBLE) WITH ('connector' = 'kafka');
CREATE TABLE alarms (device STRING, temp DOUBLE) WITH ('connector' = 'print');
INSERT INTO alarms
SELECT device, temp
FROM sensors
WHERE temp NOT BETWEEN low AND high
  AND room LIKE 'lab-%'
  AND hum IS NOT NULL;
