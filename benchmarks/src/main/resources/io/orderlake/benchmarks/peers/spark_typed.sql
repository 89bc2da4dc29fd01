-- The fields under version 2 of the event, typed and standardised. A number and a string look alike
-- to Spark's JSON readers; a text that is a JSON literal is taken to be no string.
SELECT
  *,
  CAST(quantity AS DECIMAL(18, 6)) AS amount,
  CAST(price_text AS DECIMAL(18, 8)) AS exact_price,
  CAST(total_amount AS DECIMAL(18, 4)) AS claimed,
  -- Spark's cast refuses a zone right after the minutes, which ISO 8601 allows
  coalesce(
    CAST(event_time AS TIMESTAMP),
    CAST(regexp_replace(event_time, '^(.{16})([-+Z])', '$1:00$2') AS TIMESTAMP)
  ) AS happened,
  CASE
    WHEN city_text = lower(city_text) OR city_text = upper(city_text)
      THEN array_join(transform(split(city_text, '-'), part -> initcap(part)), '-')
    ELSE city_text
  END AS city_name
FROM (
  SELECT
    *,
    CASE
      WHEN schema_version IS NULL OR schema_version = '1' THEN 1
      WHEN schema_version = '2' THEN 2
    END AS version,
    CASE WHEN schema_version = '2' THEN unit_price ELSE price END AS price_text,
    CASE WHEN schema_version = '2' THEN currency ELSE coalesce(currency, 'USD') END AS currency_code,
    CASE
      WHEN contains(product_text, '  ') THEN regexp_replace(product_text, ' +', ' ')
      ELSE product_text
    END AS product_name,
    CASE
      WHEN contains(city_trimmed, '  ') THEN regexp_replace(city_trimmed, ' +', ' ')
      ELSE city_trimmed
    END AS city_text
  FROM (
    SELECT
      *,
      trim(translate(product, '\t\n\r\u000b\u000c\u00a0', '      ')) AS product_text,
      trim(translate(city, '\t\n\r\u000b\u000c\u00a0', '      ')) AS city_trimmed
    FROM parsed
  )
)
