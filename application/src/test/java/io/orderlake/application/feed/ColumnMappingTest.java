package io.orderlake.application.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.feed.ColumnMapping.Source.Column;
import io.orderlake.application.feed.ColumnMapping.Source.Constant;
import io.vavr.collection.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnMappingTest {
  private static final String REST = ",product=a,quantity=b,price=c,city=d,event_time=e";

  @Test
  void fields_come_from_columns_or_constants() {
    ColumnMapping mapping =
        ColumnMapping.parse(
                "product=Item, price=\"Price, per \"\"unit\"\"\",quantity = Quantity Sold ,"
                    + "city:=Online,event_time=Transaction Date,currency:=\"USD\"")
            .get();

    assertThat(mapping.sources().toJavaMap())
        .hasSize(6)
        .containsEntry("product", new Column("Item"))
        .containsEntry("unit_price", new Column("Price, per \"unit\""))
        .containsEntry("quantity", new Column("Quantity Sold"))
        .containsEntry("city", new Constant("Online"))
        .containsEntry("event_time", new Column("Transaction Date"))
        .containsEntry("currency", new Constant("USD"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "colour=Red,product=a,quantity=b,price=c,city=d,event_time=e | 'colour' is no field",
        "price=x,unit_price=y,product=a,quantity=b,city=d,event_time=e | unit_price is mapped twice",
        "product=a,quantity=b | unit_price, city, event_time are not mapped",
        "product | cannot be read from 'product' on",
        "product=\"open | cannot be read from 'product=\"open' on",
        "product=a,=b | cannot be read from '=b' on",
        "product=\"a\"b | cannot be read from 'product=\"a\"b' on",
      })
  void a_mapping_that_makes_no_sense_is_refused_with_the_reason(String text, String reason) {
    assertThat(ColumnMapping.parse(text).getLeft()).contains(reason);
  }

  @Test
  void all_problems_are_named_at_once() {
    assertThat(ColumnMapping.parse("colour=Red,product=a,product=b,city=c").getLeft())
        .contains("'colour' is no field")
        .contains("product is mapped twice")
        .contains("quantity, unit_price, event_time are not mapped");
    assertThat(ColumnMapping.parse("").getLeft()).contains("product, quantity");
  }

  @Test
  void columns_that_are_not_there_are_an_error_that_names_those_that_are() {
    ColumnMapping mapping = ColumnMapping.parse("order_id=Nr" + REST).get();

    assertThat(mapping.bind(List.of("a", "b", "Price Each", "d", "e")).getLeft())
        .contains("'Nr', 'c'")
        .contains("'a', 'b', 'Price Each', 'd', 'e'");
    assertThat(mapping.bind(List.of("Nr", "a", "b", "c", "d", "e")).isRight()).isTrue();
  }
}
