CREATE MODEL embed INPUT (txt STRING) OUTPUT (embedding ARRAY<FLOAT>) WITH ('provider' = 'openai', 'endpoint' = 'https://llm.internal/v1/embeddings', 'model' = 'e5', 'task' = 'embedding', 'api-key' = 'x');
CREATE TABLE docs (id BIGINT, title STRING, body STRING, draft BOOLEAN) WITH ('connector' = 'kafka');
CREATE VIEW texts AS SELECT id, title || ' ' || body AS full_text FROM docs WHERE NOT draft;
CREATE TABLE vectors (id BIGINT, txt STRING, v ARRAY<FLOAT>) WITH ('connector' = 'milvus');
INSERT INTO vectors SELECT * FROM ML_PREDICT(TABLE texts, MODEL embed, DESCRIPTOR(full_text));
