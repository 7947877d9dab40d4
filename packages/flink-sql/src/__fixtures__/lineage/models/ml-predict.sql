CREATE MODEL sentiment INPUT (txt STRING) OUTPUT (label STRING, conf DOUBLE) WITH ('provider' = 'openai', 'endpoint' = 'https://llm.internal/v1/chat/completions', 'model' = 'gpt-4o', 'task' = 'classification', 'api-key' = '${secret}');
CREATE TABLE reviews (id BIGINT, movie STRING, review STRING, lang STRING) WITH ('connector' = 'kafka');
CREATE TABLE s (id BIGINT, label STRING, conf DOUBLE) WITH ('connector' = 'print');
INSERT INTO s
SELECT id, label, conf
FROM ML_PREDICT(TABLE reviews, MODEL sentiment, DESCRIPTOR(review))
WHERE lang = 'en' AND conf > 0.5;
