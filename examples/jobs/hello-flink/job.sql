CREATE TEMPORARY TABLE numbers (
  id BIGINT,
  reading DOUBLE,
  measured_at AS PROCTIME()
) WITH (
  'connector' = 'datagen',
  'rows-per-second' = '1',
  'fields.id.min' = '1',
  'fields.id.max' = '100',
  'fields.reading.min' = '0',
  'fields.reading.max' = '40'
);

CREATE TEMPORARY TABLE output (
  id BIGINT,
  fahrenheit DOUBLE
) WITH (
  'connector' = 'print'
);

INSERT INTO output
SELECT id, reading * 9 / 5 + 32
FROM numbers;
