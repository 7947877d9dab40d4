CREATE TABLE q (id BIGINT, v ARRAY<FLOAT>) WITH ('connector' = 'kafka');
CREATE TABLE kb (doc STRING, emb ARRAY<FLOAT>) WITH ('connector' = 'milvus');
CREATE TABLE s (id BIGINT, v ARRAY<FLOAT>, doc STRING, emb ARRAY<FLOAT>, score DOUBLE) WITH ('connector' = 'print');
INSERT INTO s
SELECT * FROM q LEFT JOIN LATERAL TABLE(VECTOR_SEARCH(TABLE kb, DESCRIPTOR(emb), q.v, 10)) ON TRUE;
