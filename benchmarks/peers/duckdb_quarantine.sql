SELECT
  topic, partition, "offset", timestamp, timestamp_type, key, value, headers, ingest_sequence,
  CASE
    WHEN NOT is_event
      THEN [{'code': 'undecodable', 'field': '', 'sentence': 'the value is not JSON'}]
    WHEN version IS NULL
      THEN [{'code': 'unknown_version', 'field': 'schema_version',
        'sentence': concat('schema_version is ', schema_version)}]
    ELSE list_filter([
      CASE WHEN event_id IS NULL THEN {'code': 'field_missing', 'field': 'event_id', 'sentence': 'event_id is missing'} END,
      CASE WHEN order_id IS NULL THEN {'code': 'field_missing', 'field': 'order_id', 'sentence': 'order_id is missing'} END,
      CASE WHEN product IS NULL THEN {'code': 'field_missing', 'field': 'product', 'sentence': 'product is missing'} END,
      CASE WHEN quantity IS NULL THEN {'code': 'field_missing', 'field': 'quantity', 'sentence': 'quantity is missing'} END,
      CASE WHEN price_text IS NULL THEN {'code': 'field_missing', 'field': 'unit_price', 'sentence': 'unit_price is missing'} END,
      CASE WHEN currency IS NULL THEN {'code': 'field_missing', 'field': 'currency', 'sentence': 'currency is missing'} END,
      CASE WHEN city IS NULL THEN {'code': 'field_missing', 'field': 'city', 'sentence': 'city is missing'} END,
      CASE WHEN event_time IS NULL THEN {'code': 'field_missing', 'field': 'event_time', 'sentence': 'event_time is missing'} END,
      CASE WHEN regexp_full_match(product, '-?[0-9.eE+]+|true|false|\[.*\]|\{.*\}') THEN {'code': 'field_type', 'field': 'product', 'sentence': concat('product is not a string: ', product)} END,
      CASE WHEN regexp_full_match(city, '-?[0-9.eE+]+|true|false|\[.*\]|\{.*\}') THEN {'code': 'field_type', 'field': 'city', 'sentence': concat('city is not a string: ', city)} END,
      CASE WHEN quantity IS NOT NULL AND amount IS NULL THEN {'code': 'field_type', 'field': 'quantity', 'sentence': concat('quantity is not a number: ', quantity)} END,
      CASE WHEN price_text IS NOT NULL AND exact_price IS NULL THEN {'code': 'field_type', 'field': 'unit_price', 'sentence': concat('unit_price is not a decimal number: ', price_text)} END,
      CASE WHEN total_amount IS NOT NULL AND claimed IS NULL THEN {'code': 'field_type', 'field': 'total_amount', 'sentence': concat('total_amount is not a decimal number: ', total_amount)} END,
      CASE WHEN trim(event_id) = '' THEN {'code': 'text_blank', 'field': 'event_id', 'sentence': 'event_id is blank'} END,
      CASE WHEN trim(order_id) = '' THEN {'code': 'text_blank', 'field': 'order_id', 'sentence': 'order_id is blank'} END,
      CASE WHEN product = '' THEN {'code': 'text_blank', 'field': 'product', 'sentence': 'product is blank'} END,
      CASE WHEN city = '' THEN {'code': 'text_blank', 'field': 'city', 'sentence': 'city is blank'} END,
      CASE WHEN NOT (amount BETWEEN 1 AND 1000000 AND amount = trunc(amount)) THEN {'code': 'quantity_out_of_range', 'field': 'quantity', 'sentence': concat('quantity must be a whole number from 1 to 1000000, not ', quantity)} END,
      CASE WHEN exact_price <= 0 THEN {'code': 'price_not_positive', 'field': 'unit_price', 'sentence': concat('unit_price must be above 0, not ', price_text)} END,
      CASE WHEN exact_price > 1000000 THEN {'code': 'price_too_high', 'field': 'unit_price', 'sentence': concat('unit_price must be at most 1000000, not ', price_text)} END,
      CASE WHEN exact_price <> stored_price THEN {'code': 'price_too_fine', 'field': 'unit_price', 'sentence': concat('unit_price must have at most 4 decimals, not ', price_text)} END,
      CASE WHEN event_time IS NOT NULL AND happened IS NULL THEN {'code': 'event_time_unparsable', 'field': 'event_time', 'sentence': concat('event_time is not an ISO 8601 time: ', event_time)} END,
      CASE WHEN happened > timestamp + INTERVAL 5 MINUTES THEN {'code': 'event_time_in_future', 'field': 'event_time', 'sentence': concat(event_time, ' is later than the Kafka timestamp ', timestamp, ' by more than PT5M')} END,
      CASE WHEN currency <> 'USD' THEN {'code': 'currency_unsupported', 'field': 'currency', 'sentence': concat('currency must be USD, not ', currency)} END,
      CASE WHEN claimed <> total THEN {'code': 'total_mismatch', 'field': 'total_amount', 'sentence': concat('total_amount is ', claimed, ' but quantity times price is ', total)} END
    ], lambda reason: reason IS NOT NULL)
  END AS reasons
FROM judged
WHERE NOT valid
