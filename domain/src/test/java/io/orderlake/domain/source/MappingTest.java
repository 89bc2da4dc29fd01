package io.orderlake.domain.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.notation.NumberStyle;
import io.orderlake.domain.order.FieldValue;
import io.orderlake.domain.order.OrderFields;
import io.orderlake.domain.order.RecordedOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MappingTest {
  private static final Conversion TEXT = new Conversion.ToText(List.of(), null);

  private static Node text(String value) {
    return new Node.ValueNode(new FieldValue.Text(value));
  }

  private static Node number(String digits) {
    return new Node.ValueNode(new FieldValue.Number(digits));
  }

  private static Node object(Object... members) {
    Map<String, Node> map = new LinkedHashMap<>();
    for (int i = 0; i < members.length; i += 2) {
      map.put((String) members[i], (Node) members[i + 1]);
    }
    return new Node.ObjectNode(map);
  }

  private static Node array(Node... items) {
    return new Node.ArrayNode(List.of(items));
  }

  private static ValueOrigin at(String pointer) {
    return new ValueOrigin.At(Pointer.parse(pointer).get());
  }

  private static FieldMapping field(String name, ValueOrigin from, Conversion conversion) {
    return field(name, from, conversion, null);
  }

  private static FieldMapping field(
      String name, ValueOrigin from, Conversion conversion, @Nullable String otherwise) {
    return new FieldMapping(MappedField.named(name).orElseThrow(), from, conversion, otherwise);
  }

  private static Conversion cents(boolean whole) {
    return new Conversion.ToNumber(NumberStyle.PLAIN, 2, whole);
  }

  private static Conversion epoch() {
    return new Conversion.ToTime(TimeForm.Epoch.MILLISECONDS);
  }

  private static List<FieldMapping> shop() {
    return List.of(
        field(OrderFields.EVENT_ID, ValueOrigin.Template.parse("{/orderId}-{line}").get(), TEXT),
        field(OrderFields.ORDER_ID, at("/orderId"), TEXT),
        field(OrderFields.PRODUCT, at("sku"), TEXT),
        field(
            OrderFields.QUANTITY,
            at("qty"),
            new Conversion.ToNumber(NumberStyle.PLAIN, 0, true),
            "1"),
        field(OrderFields.UNIT_PRICE, at("./price/cents"), cents(false)),
        field(
            OrderFields.CITY,
            at("/customer/city"),
            new Conversion.ToText(
                List.of(Conversion.TextForm.TRIM, Conversion.TextForm.UPPER), null)),
        field(OrderFields.EVENT_TIME, at("/ts"), epoch()));
  }

  private static Node order(Node... lines) {
    return object(
        "orderId",
        number("1001"),
        "ts",
        number("1763546400123"),
        "customer",
        object("city", text(" Köln ")),
        "lines",
        array(lines));
  }

  private static Node line(String sku, String qty, String cents) {
    return object("sku", text(sku), "qty", number(qty), "price", object("cents", number(cents)));
  }

  private static List<RecordedOrder> lines(Node record) {
    return new Mapping(Pointer.parse("/lines").get(), shop()).lines(record, "EUR").get();
  }

  private static String problem(Node record) {
    return new Mapping(Pointer.parse("/lines").get(), shop()).lines(record, "EUR").getLeft();
  }

  private static @Nullable FieldValue converted(Conversion conversion, Node value) {
    Mapping mapping =
        new Mapping(null, List.of(field(OrderFields.UNIT_PRICE, at("v"), conversion)));
    return mapping.lines(object("v", value), "EUR").get().get(0).get(OrderFields.UNIT_PRICE);
  }

  @Test
  void an_order_of_several_lines_is_taken_apart() {
    List<RecordedOrder> lines = lines(order(line("Cup", "2", "350"), line("Pot", "1", "1999")));

    assertThat(lines).hasSize(2);
    RecordedOrder second = lines.get(1);
    assertThat(second.get(OrderFields.EVENT_ID)).isEqualTo(new FieldValue.Text("1001-1"));
    assertThat(second.get(OrderFields.ORDER_ID)).isEqualTo(new FieldValue.Text("1001"));
    assertThat(second.get(OrderFields.PRODUCT)).isEqualTo(new FieldValue.Text("Pot"));
    assertThat(second.get(OrderFields.QUANTITY)).isEqualTo(new FieldValue.Number("1"));
    assertThat(second.get(OrderFields.UNIT_PRICE)).isEqualTo(new FieldValue.Text("19.99"));
    assertThat(second.get(OrderFields.CITY)).isEqualTo(new FieldValue.Text("KÖLN"));
    assertThat(second.get(OrderFields.CURRENCY)).isEqualTo(new FieldValue.Text("EUR"));
    assertThat(second.get(OrderFields.EVENT_TIME))
        .isEqualTo(new FieldValue.Text("2025-11-19T10:00:00.123Z"));
    assertThat(second.unknownFields()).isEmpty();
  }

  @Test
  void fields_are_named_by_their_places_in_the_record() {
    RecordedOrder second = lines(order(line("Cup", "2", "350"), line("Pot", "1", "1999"))).get(1);

    assertThat(second.recordedName(OrderFields.UNIT_PRICE)).isEqualTo("/lines/1/price/cents");
    assertThat(second.recordedName(OrderFields.CITY)).isEqualTo("/customer/city");
    assertThat(second.recordedName(OrderFields.EVENT_ID)).isEqualTo("{/orderId}-{line}");
    assertThat(second.recordedName(OrderFields.CURRENCY)).isEqualTo("currency");
  }

  @Test
  void what_is_not_there_is_missing_unless_a_default_stands_in() {
    Node bare = object("sku", text(" "), "price", object("cents", text("12,5")));
    RecordedOrder line = lines(order(bare)).get(0);

    assertThat(line.get(OrderFields.PRODUCT)).isEqualTo(FieldValue.NULL);
    assertThat(line.get(OrderFields.QUANTITY)).isEqualTo(new FieldValue.Number("1"));
    assertThat(line.get(OrderFields.UNIT_PRICE))
        .isEqualTo(
            new FieldValue.Misfit(new FieldValue.Text("12,5"), "a number, in units of 1/100"));
    assertThat(lines(order(text("no object"))).get(0).get(OrderFields.PRODUCT))
        .isEqualTo(FieldValue.NULL);
  }

  @Test
  void a_record_that_cannot_be_taken_apart_is_refused_whole() {
    assertThat(problem(object("lines", text("none"))))
        .isEqualTo("the record has no array of lines at /lines, where a string stands");
    assertThat(problem(object())).isEqualTo("the record has no array of lines at /lines");
    assertThat(problem(array())).isEqualTo("the record has no array of lines at /lines");
    assertThat(problem(order())).isEqualTo("the array of lines at /lines is empty");

    Node[] many = new Node[Mapping.MOST_LINES + 1];
    java.util.Arrays.fill(many, line("Cup", "1", "1"));
    assertThat(problem(order(many)))
        .isEqualTo("the array of lines at /lines has 1001 items; at most 1000 are taken apart");
  }

  @Test
  void a_record_that_is_no_order_of_several_lines_is_one_line() {
    Mapping mapping = new Mapping(null, List.of(field(OrderFields.PRODUCT, at("Item"), TEXT)));
    List<RecordedOrder> lines = mapping.lines(object("Item", text("Cup")), "EUR").get();

    assertThat(lines).hasSize(1);
    assertThat(lines.get(0).get(OrderFields.PRODUCT)).isEqualTo(new FieldValue.Text("Cup"));
    assertThat(lines.get(0).recordedName(OrderFields.PRODUCT)).isEqualTo("/Item");
  }

  @Test
  void a_line_without_an_id_of_its_own_is_named_by_what_it_says() {
    List<FieldMapping> fields = new ArrayList<>(shop());
    fields.remove(0);
    Mapping mapping = new Mapping(Pointer.parse("/lines").get(), fields);
    List<RecordedOrder> lines =
        mapping
            .lines(
                order(line("Cup", "2", "350"), line("Cup", "2", "350"), line("Pot", "1", "1")),
                "EUR")
            .get();
    List<String> ids =
        lines.stream()
            .map(line -> ((FieldValue.Text) line.get(OrderFields.EVENT_ID)).value())
            .toList();

    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids.get(0)).endsWith("-1");
    assertThat(ids.get(1)).isEqualTo(ids.get(0).substring(0, ids.get(0).length() - 1) + "2");
    assertThat(
            mapping
                .lines(order(line("Pot", "1", "1"), line("Cup", "2", "350")), "EUR")
                .get()
                .get(1)
                .get(OrderFields.EVENT_ID))
        .isEqualTo(new FieldValue.Text(ids.get(0)));
  }

  @Test
  void a_field_that_is_a_list_or_an_object_is_found_as_it_is_written() {
    Conversion plain = new Conversion.ToNumber(NumberStyle.PLAIN, 0, false);
    for (Node wrong : List.of(array(), object())) {
      assertThat(converted(plain, wrong))
          .isEqualTo(new FieldValue.Misfit(wrong.value(), "a number"));
    }
  }

  @Test
  void its_identity_changes_with_all_that_lines_depend_on() {
    List<List<String>> identities = new ArrayList<>();
    identities.add(new Mapping(Pointer.parse("/lines").get(), shop()).identity());
    identities.add(new Mapping(Pointer.parse("/rows").get(), shop()).identity());
    identities.add(new Mapping(null, shop()).identity());
    for (FieldMapping other :
        List.of(
            field(OrderFields.CITY, at("/city"), TEXT),
            field(OrderFields.CITY, at("/city"), TEXT, "Online"),
            field(OrderFields.CITY, new ValueOrigin.Constant("/city"), TEXT),
            field(
                OrderFields.CITY,
                at("/city"),
                new Conversion.ToText(List.of(), new ValueTable("t", Map.of("a", "b")))),
            field(
                OrderFields.CITY,
                at("/city"),
                new Conversion.ToText(List.of(), new ValueTable("t", Map.of("a", "c")))),
            field(OrderFields.UNIT_PRICE, at("/city"), cents(false)),
            field(OrderFields.EVENT_TIME, at("/city"), epoch()))) {
      identities.add(new Mapping(null, List.of(other)).identity());
    }
    assertThat(identities).doesNotHaveDuplicates();
  }

  @Test
  void it_travels() throws Exception {
    Mapping mapping = Travelled.copy(new Mapping(Pointer.parse("/lines").get(), shop()));
    Node record = order(line("Cup", "2", "350"));
    assertThat(mapping.lines(record, "EUR").get()).isEqualTo(lines(record));
  }

  @Test
  void lines_that_say_the_same_can_be_counted_beyond_their_record() {
    List<FieldMapping> fields = new ArrayList<>(shop());
    fields.remove(0);
    Node record = order(line("Cup", "2", "350"), line("Cup", "2", "350"));
    for (Pointer lines : new Pointer[] {Pointer.parse("/lines").get(), null}) {
      Mapping mapping = new Mapping(lines, fields);
      Occurrences feed = new Occurrences();
      List<RecordedOrder> all = new ArrayList<>(mapping.counted(record, "EUR", feed).get());
      all.addAll(mapping.counted(record, "EUR", feed).get());

      assertThat(all)
          .extracting(line -> line.get(OrderFields.EVENT_ID))
          .doesNotHaveDuplicates()
          .hasSize(lines == null ? 2 : 4);
      assertThat(all.get(0)).isEqualTo(mapping.lines(record, "EUR").get().get(0));
    }
  }

  @Test
  void its_parts_are_the_nodes_that_lines_are_made_of() {
    Node record = order(line("Cup", "2", "350"), line("Pot", "1", "1"));
    Mapping apart = new Mapping(Pointer.parse("/lines").get(), shop());

    assertThat(apart.parts(record)).containsExactly(line("Cup", "2", "350"), line("Pot", "1", "1"));
    assertThat(apart.parts(object())).isEmpty();
    assertThat(new Mapping(null, shop()).parts(record)).containsExactly(record);
    assertThat(apart.fields()).containsExactlyInAnyOrderElementsOf(shop());
  }

  private static Mapping withReturns(String signed) {
    List<FieldMapping> fields = new ArrayList<>();
    for (FieldMapping field : shop()) {
      fields.add(
          field.field().name().equals(signed)
              ? new FieldMapping(
                  field.field(), field.from(), field.conversion(), field.otherwise(), true)
              : field);
    }
    fields.add(field(OrderFields.TOTAL_AMOUNT, at("total"), cents(false)));
    fields.add(field("discount", at("rebate"), cents(false)));
    return new Mapping(Pointer.parse("/lines").get(), fields);
  }

  private static Node returned(String qty, String cents, String total) {
    return object(
        "sku",
        text("CUP"),
        "qty",
        number(qty),
        "price",
        object("cents", number(cents)),
        "total",
        number(total),
        "rebate",
        number("-100"));
  }

  @Test
  void where_a_number_below_0_means_a_refund_the_line_is_one_and_keeps_no_sign() {
    for (RecordedOrder line :
        List.of(
            withReturns(OrderFields.QUANTITY)
                .lines(order(returned("-2", "350", "-600")), "EUR")
                .get()
                .get(0),
            withReturns(OrderFields.UNIT_PRICE)
                .lines(order(returned("2", "-350", "-600")), "EUR")
                .get()
                .get(0))) {
      assertThat(line.get("kind")).isEqualTo(new FieldValue.Text("refund"));
      assertThat(line.get(OrderFields.QUANTITY)).isEqualTo(new FieldValue.Number("2"));
      assertThat(line.get(OrderFields.UNIT_PRICE)).isEqualTo(new FieldValue.Text("3.5"));
      assertThat(line.get(OrderFields.TOTAL_AMOUNT)).isEqualTo(new FieldValue.Text("6"));
      assertThat(line.get("discount")).isEqualTo(new FieldValue.Text("1"));
    }
  }

  @Test
  void a_number_below_0_that_nobody_called_a_refund_stays_for_the_rules_to_name() {
    Mapping mapping = withReturns(OrderFields.QUANTITY);
    RecordedOrder sold = mapping.lines(order(returned("2", "-350", "7")), "EUR").get().get(0);

    assertThat(sold.get("kind")).isEqualTo(FieldValue.NULL);
    assertThat(sold.get(OrderFields.UNIT_PRICE)).isEqualTo(new FieldValue.Text("-3.5"));
    assertThat(sold.get("discount")).isEqualTo(new FieldValue.Text("-1"));
    assertThat(lines(order(line("CUP", "-2", "350"))).get(0).get(OrderFields.QUANTITY))
        .isEqualTo(new FieldValue.Number("-2"));
  }

  @Test
  void what_a_number_below_0_means_is_part_of_the_identity() {
    assertThat(withReturns(OrderFields.QUANTITY).identity())
        .isNotEqualTo(withReturns(OrderFields.UNIT_PRICE).identity())
        .anyMatch(line -> line.endsWith(" negative refund"));
    assertThat(withReturns("none").identity()).noneMatch(line -> line.contains("negative"));
  }
}
