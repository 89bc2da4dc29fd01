SELECT
  event_id,
  order_id,
  product_name AS product,
  city_name AS city,
  CAST(amount AS BIGINT) AS quantity,
  stored_price AS unit_price,
  total AS total_amount,
  currency_code AS currency,
  happened AS event_time,
  version AS schema_version,
  CASE
    WHEN event_time LIKE '%Z' OR event_time RLIKE '[+-][0-9]{2}:?[0-9]{2}$' THEN array()
    ELSE array('event_time_without_zone')
  END AS warnings,
  partition AS source_partition,
  offset AS source_offset,
  ingest_sequence,
  CAST(happened AS DATE) AS event_date
FROM judged
WHERE valid AND barrier >= 0
