-- Each record's text with its place in Bronze as further fields, for a reader that gives nothing but
-- what the text holds.
SELECT
  concat(
    '{"partition":', partition,
    ',"offset":', offset,
    ',"sent":', unix_micros(timestamp),
    ',"ingest_sequence":', ingest_sequence,
    ',', CASE WHEN text LIKE '{%' THEN substring(text, 2) ELSE '[' END) AS text
FROM (SELECT *, CAST(value AS STRING) AS text FROM bronze)
