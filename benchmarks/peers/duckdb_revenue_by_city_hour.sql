SELECT
  city,
  date_trunc('hour', event_time) AS hour,
  sum(total_amount) AS revenue,
  sum(quantity) AS units,
  count(*) AS events
FROM silver
GROUP BY ALL
