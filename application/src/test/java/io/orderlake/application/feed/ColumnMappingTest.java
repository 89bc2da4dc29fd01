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
  private static final List<String> COLUMNS = List.of("a", "b", "c", "d", "e");

  private static ColumnBinding.WrongMapping wrong(String text, String... columns) {
    return ColumnBinding.bind(
            ColumnMapping.parse(text).get(), columns.length == 0 ? COLUMNS : List.of(columns))
        .getLeft();
  }

  @Test
  void fields_come_from_columns_or_constants() {
    ColumnMapping mapping =
        ColumnMapping.parse(
                "product=Item, price=\"Price, per \"\"unit\"\"\",quantity = Quantity Sold ,"
                    + "city:=Online,event_time=Transaction Date,currency:=\"USD\"")
            .get();

    assertThat(mapping.problems()).isEmpty();
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
        "product | cannot be read from 'product' on",
        "product=\"open | cannot be read from 'product=\"open' on",
        "product=a,=b | cannot be read from '=b' on",
        "product=\"a\"b | cannot be read from 'product=\"a\"b' on",
      })
  void a_mapping_that_cannot_be_read_says_from_where_on(String text, String reason) {
    assertThat(ColumnMapping.parse(text).getLeft()).contains(reason);
  }

  @Test
  void all_problems_are_named_at_once_with_the_columns_there_are() {
    ColumnBinding.WrongMapping wrong =
        wrong(
            "colour=Red,cty=x,product=Prodct,product=b,unit_price=Note",
            "Product",
            "Qty",
            "Note",
            "Note");

    assertThat(wrong.sentence())
        .contains("'colour' is no field; there are event_id, order_id")
        .contains("'cty' is no field (city?)")
        .contains("product is mapped twice")
        .contains("there is no column 'b'")
        .contains("there are 2 columns 'Note'")
        .contains("quantity, city, event_time are not mapped")
        .contains("the columns are 'Product', 'Qty', 'Note', 'Note'");
    assertThat(wrong.ofCommand()).isTrue();
  }

  @Test
  void a_column_that_is_not_there_is_named_with_one_that_may_be_meant() {
    ColumnBinding.WrongMapping wrong =
        wrong("order_id=Nr" + REST, "a", "b", "C", "Price Each", "d", "e");

    assertThat(wrong.sentence()).contains("no column 'Nr'").contains("no column 'c' ('C'?)");
    assertThat(wrong.ofCommand()).isFalse();
    assertThat(
            ColumnBinding.bind(
                    ColumnMapping.parse("order_id=Nr" + REST).get(), COLUMNS.append("Nr"))
                .isRight())
        .isTrue();
  }

  @Test
  void twin_columns_do_no_harm_while_nobody_maps_them() {
    assertThat(
            ColumnBinding.bind(
                    ColumnMapping.parse(REST.substring(1)).get(),
                    COLUMNS.append("x").append("x").append(""))
                .isRight())
        .isTrue();
    assertThat(wrong(REST.substring(1), "a", "b", "c", "d", "e", "a").sentence())
        .contains("2 columns 'a'");
  }

  @Test
  void a_field_left_out_is_taken_from_the_one_column_that_is_named_like_it() {
    BoundMapping bound =
        ColumnBinding.bind(
                ColumnMapping.parse("unit_price=Each").get(),
                List.of(
                    "Order ID", "PRODUCT", "Quantity", "Each", "unit price", "City", "event-time"))
            .get();

    assertThat(bound.notes().mkString())
        .contains(
            "order_id from 'Order ID'", "product from 'PRODUCT'", "event_time from 'event-time'")
        .doesNotContain("unit_price");
    assertThat(bound.maps("currency")).isFalse();
    assertThat(
            ColumnBinding.bind(
                    ColumnMapping.NONE,
                    List.of("product", "Product", "quantity", "unit_price", "city", "event_time"))
                .getLeft()
                .sentence())
        .as("two columns are named like the field")
        .contains("product is not mapped", "2 columns are named like product");
  }

  @Test
  void an_optional_field_is_taken_from_no_column_that_nobody_maps_and_that_is_said() {
    BoundMapping bound =
        ColumnBinding.bind(ColumnMapping.parse(REST.substring(1)).get(), COLUMNS.append("Discount"))
            .get();

    assertThat(bound.maps("discount")).isFalse();
    assertThat(bound.notes())
        .singleElement()
        .asString()
        .contains("the column 'Discount' is not taken", "discount=Discount");
    BoundMapping mapped =
        ColumnBinding.bind(
                ColumnMapping.parse("discount=Discount" + REST).get(), COLUMNS.append("Discount"))
            .get();
    assertThat(mapped.maps("discount")).isTrue();
    assertThat(mapped.notes()).isEmpty();
  }

  @Test
  void the_columns_of_an_id_have_to_be_there() {
    ColumnMapping mapping =
        ColumnMapping.parse("event_id=a" + REST).get().withId(List.of("Nr", "", "b"));

    assertThat(ColumnBinding.bind(mapping, COLUMNS).getLeft().sentence())
        .contains("there is no column 'Nr'", "mapped to two things", "has no name");
  }

  @Test
  void names_of_columns_are_read_in_quotes_or_without() {
    assertThat(ColumnMapping.names("Order ID, \"Price, \"\"net\"\"\" ,,c").get())
        .containsExactly("Order ID", "Price, \"net\"", "", "c");
    assertThat(ColumnMapping.names("a,\"b").getLeft()).contains("from '\"b' on");
  }
}
