SELECT
  event_id,
  order_id,
  product,
  city,
  amount::BIGINT AS quantity,
  stored_price AS unit_price,
  total AS total_amount,
  currency,
  happened AS event_time,
  version AS schema_version,
  CASE WHEN event_time LIKE '%Z' OR regexp_matches(event_time, '[+-][0-9]{2}:?[0-9]{2}$')
    THEN []::VARCHAR[] ELSE ['event_time_without_zone'] END AS warnings,
  partition AS source_partition,
  "offset" AS source_offset,
  ingest_sequence,
  happened::DATE AS event_date
FROM judged
WHERE valid
