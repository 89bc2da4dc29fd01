-- What does not hold, each rule for itself.
SELECT
  *,
  CASE
    WHEN valid
      THEN NULL
    WHEN corrupt
      THEN array(named_struct('code', 'undecodable', 'field', '', 'sentence', 'the value is not JSON'))
    WHEN version IS NULL
      THEN array(
        named_struct(
          'code', 'unknown_version',
          'field', 'schema_version',
          'sentence', concat('schema_version is ', schema_version)))
    ELSE array_compact(array(
      CASE WHEN event_id IS NULL THEN named_struct('code', 'field_missing', 'field', 'event_id', 'sentence', 'event_id is missing') END,
      CASE WHEN order_id IS NULL THEN named_struct('code', 'field_missing', 'field', 'order_id', 'sentence', 'order_id is missing') END,
      CASE WHEN product IS NULL THEN named_struct('code', 'field_missing', 'field', 'product', 'sentence', 'product is missing') END,
      CASE WHEN quantity IS NULL THEN named_struct('code', 'field_missing', 'field', 'quantity', 'sentence', 'quantity is missing') END,
      CASE WHEN price_text IS NULL THEN named_struct('code', 'field_missing', 'field', 'unit_price', 'sentence', 'unit_price is missing') END,
      CASE WHEN currency_code IS NULL THEN named_struct('code', 'field_missing', 'field', 'currency', 'sentence', 'currency is missing') END,
      CASE WHEN city IS NULL THEN named_struct('code', 'field_missing', 'field', 'city', 'sentence', 'city is missing') END,
      CASE WHEN event_time IS NULL THEN named_struct('code', 'field_missing', 'field', 'event_time', 'sentence', 'event_time is missing') END,
      CASE WHEN product_name RLIKE '^(-?[0-9.eE+]+|true|false|\\[.*\\]|\\{.*\\})$' THEN named_struct('code', 'field_type', 'field', 'product', 'sentence', concat('product is not a string: ', product_name)) END,
      CASE WHEN city_name RLIKE '^(-?[0-9.eE+]+|true|false|\\[.*\\]|\\{.*\\})$' THEN named_struct('code', 'field_type', 'field', 'city', 'sentence', concat('city is not a string: ', city_name)) END,
      CASE WHEN quantity IS NOT NULL AND amount IS NULL THEN named_struct('code', 'field_type', 'field', 'quantity', 'sentence', concat('quantity is not a number: ', quantity)) END,
      CASE WHEN price_text IS NOT NULL AND exact_price IS NULL THEN named_struct('code', 'field_type', 'field', 'unit_price', 'sentence', concat('unit_price is not a decimal number: ', price_text)) END,
      CASE WHEN total_amount IS NOT NULL AND claimed IS NULL THEN named_struct('code', 'field_type', 'field', 'total_amount', 'sentence', concat('total_amount is not a decimal number: ', total_amount)) END,
      CASE WHEN trim(event_id) = '' THEN named_struct('code', 'text_blank', 'field', 'event_id', 'sentence', 'event_id is blank') END,
      CASE WHEN trim(order_id) = '' THEN named_struct('code', 'text_blank', 'field', 'order_id', 'sentence', 'order_id is blank') END,
      CASE WHEN product_name = '' THEN named_struct('code', 'text_blank', 'field', 'product', 'sentence', 'product is blank') END,
      CASE WHEN city_name = '' THEN named_struct('code', 'text_blank', 'field', 'city', 'sentence', 'city is blank') END,
      CASE WHEN NOT (amount BETWEEN 1 AND 1000000 AND amount = CAST(amount AS BIGINT)) THEN named_struct('code', 'quantity_out_of_range', 'field', 'quantity', 'sentence', concat('quantity must be a whole number from 1 to 1000000, not ', quantity)) END,
      CASE WHEN exact_price <= 0 THEN named_struct('code', 'price_not_positive', 'field', 'unit_price', 'sentence', concat('unit_price must be above 0, not ', price_text)) END,
      CASE WHEN exact_price > 1000000 THEN named_struct('code', 'price_too_high', 'field', 'unit_price', 'sentence', concat('unit_price must be at most 1000000, not ', price_text)) END,
      CASE WHEN exact_price <> stored_price THEN named_struct('code', 'price_too_fine', 'field', 'unit_price', 'sentence', concat('unit_price must have at most 4 decimals, not ', price_text)) END,
      CASE WHEN event_time IS NOT NULL AND happened IS NULL THEN named_struct('code', 'event_time_unparsable', 'field', 'event_time', 'sentence', concat('event_time is not an ISO 8601 time: ', event_time)) END,
      CASE WHEN happened > timestamp + INTERVAL 5 MINUTES THEN named_struct('code', 'event_time_in_future', 'field', 'event_time', 'sentence', concat(event_time, ' is later than the Kafka timestamp ', timestamp, ' by more than PT5M')) END,
      CASE WHEN currency_code <> 'USD' THEN named_struct('code', 'currency_unsupported', 'field', 'currency', 'sentence', concat('currency must be USD, not ', currency_code)) END,
      CASE WHEN claimed <> total THEN named_struct('code', 'total_mismatch', 'field', 'total_amount', 'sentence', concat('total_amount is ', claimed, ' but quantity times price is ', total)) END
    ))
  END AS reasons
FROM judged
