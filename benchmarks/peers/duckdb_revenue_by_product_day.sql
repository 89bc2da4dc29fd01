SELECT
  product,
  event_time::DATE AS day,
  sum(total_amount) AS revenue,
  sum(quantity) AS units,
  count(*) AS events
FROM silver
GROUP BY ALL
