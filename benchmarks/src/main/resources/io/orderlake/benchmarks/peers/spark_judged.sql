-- Every field's rules at once; the reasons are looked for only where they do not hold. A column that
-- is not deterministic keeps Spark from moving the filter on `valid` below this query, where every
-- expression that it stands on would be evaluated anew for each of its uses.
SELECT
  *,
  monotonically_increasing_id() AS barrier,
  CAST(exact_price AS DECIMAL(18, 4)) AS stored_price,
  CAST(amount AS DECIMAL(7, 0)) * CAST(exact_price AS DECIMAL(11, 4)) AS total,
  coalesce(
    NOT corrupt
      AND version IS NOT NULL
      AND trim(event_id) <> ''
      AND trim(order_id) <> ''
      AND product_name <> ''
      AND city_name <> ''
      AND NOT product_name RLIKE '^(-?[0-9.eE+]+|true|false|\\[.*\\]|\\{.*\\})$'
      AND NOT city_name RLIKE '^(-?[0-9.eE+]+|true|false|\\[.*\\]|\\{.*\\})$'
      AND amount BETWEEN 1 AND 1000000
      AND amount = CAST(amount AS BIGINT)
      AND exact_price > 0
      AND exact_price <= 1000000
      AND exact_price = CAST(exact_price AS DECIMAL(18, 4))
      AND happened <= timestamp + INTERVAL 5 MINUTES
      AND currency_code = 'USD'
      AND (
        total_amount IS NULL
        OR claimed = CAST(amount AS DECIMAL(7, 0)) * CAST(exact_price AS DECIMAL(11, 4))
      ),
    false
  ) AS valid
FROM typed
