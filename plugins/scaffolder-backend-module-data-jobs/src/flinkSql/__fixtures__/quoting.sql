CREATE TEMPORARY TABLE `numbers` (
  `id` BIGINT,
  `the ``value``` DOUBLE
) WITH (
  'connector' = 'datagen',
  'rows-per-second' = '1',
  'it''s' = 'a ''quote''; DROP TABLE x'
);

CREATE TEMPORARY TABLE `numbers_sink` (
  `id` BIGINT,
  `the ``value``` DOUBLE
) WITH (
  'connector' = 'print'
);

INSERT INTO `numbers_sink` (`id`, `the ``value```)
SELECT
  `id`,
  `the ``value```
FROM `numbers`;
