CREATE MODEL embedder INPUT (txt STRING) OUTPUT (vec ARRAY<FLOAT>) WITH ('provider' = 'openai', 'endpoint' = 'https://llm.internal/v1/embeddings', 'model' = 'e5', 'task' = 'embedding', 'api-key' = 'k');
CREATE MODEL answerer INPUT (prompt STRING) OUTPUT (answer STRING) WITH ('provider' = 'openai', 'endpoint' = 'https://llm.internal/v1/chat/completions', 'model' = 'small', 'task' = 'chat', 'api-key' = 'k');
CREATE TABLE tickets (ticket BIGINT, subject STRING, body STRING, team STRING) WITH ('connector' = 'kafka');
CREATE TABLE kb (doc_id BIGINT, chunk STRING, emb ARRAY<FLOAT>, lang STRING) WITH ('connector' = 'milvus');
CREATE TABLE suggestions (ticket BIGINT, doc_id BIGINT, answer STRING) WITH ('connector' = 'kafka');
CREATE VIEW embedded AS
SELECT ticket, body, vec FROM ML_PREDICT(TABLE tickets, MODEL embedder, DESCRIPTOR(body)) WHERE team = 'support';
CREATE VIEW prompts AS
SELECT e.ticket, k.doc_id, 'Context: ' || k.chunk || ' Question: ' || e.body AS prompt
FROM embedded AS e, LATERAL TABLE(VECTOR_SEARCH(TABLE kb, DESCRIPTOR(emb), e.vec, 3)) AS k
WHERE k.score > 0.7;
INSERT INTO suggestions
SELECT ticket, doc_id, answer FROM ML_PREDICT(TABLE prompts, MODEL answerer, DESCRIPTOR(prompt));
