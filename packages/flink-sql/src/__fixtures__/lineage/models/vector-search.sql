CREATE TABLE questions (qid BIGINT, question STRING, qv ARRAY<FLOAT>) WITH ('connector' = 'kafka');
CREATE TABLE kb (doc_id BIGINT, passage STRING, embedding ARRAY<FLOAT>) WITH ('connector' = 'milvus');
CREATE TABLE s (qid BIGINT, doc_id BIGINT, passage STRING, score DOUBLE) WITH ('connector' = 'print');
INSERT INTO s
SELECT q.qid, r.doc_id, r.passage, r.score
FROM questions AS q, LATERAL TABLE(VECTOR_SEARCH(
  SEARCH_TABLE => TABLE kb,
  COLUMN_TO_SEARCH => DESCRIPTOR(embedding),
  COLUMN_TO_QUERY => q.qv,
  TOP_K => 5)) AS r;
