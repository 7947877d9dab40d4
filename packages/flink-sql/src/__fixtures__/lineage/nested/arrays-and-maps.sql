CREATE TABLE t (id INT, arr ARRAY<INT>, m MAP<STRING, STRING>, grid ARRAY<ARRAY<INT>>, r ROW<tags ARRAY<STRING>, props MAP<STRING, INT>>) WITH ('connector' = 'kafka');
CREATE TABLE s (a INT, b STRING, c INT, d STRING, e INT, n INT) WITH ('connector' = 'print');
INSERT INTO s
SELECT arr[1], m['lang'], grid[1][2], r.tags[1], r.props['x'], CARDINALITY(arr)
FROM t WHERE m['env'] = 'prod' AND id > arr[2];
