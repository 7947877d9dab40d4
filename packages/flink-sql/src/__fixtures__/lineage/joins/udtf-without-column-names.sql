CREATE FUNCTION parse_ua AS 'com.example.ParseUa';
CREATE TABLE hits (id INT, ua STRING, body STRING) WITH ('connector' = 'kafka');
CREATE TABLE s (id INT, browser STRING, os STRING) WITH ('connector' = 'print');
INSERT INTO s
SELECT h.id, p.browser, p.os FROM hits AS h
LEFT JOIN LATERAL TABLE(parse_ua(COALESCE(h.ua, JSON_VALUE(h.body, '$.ua')))) AS p ON TRUE;
