package io.orderlake.domain.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.feed.RowOccurrences;
import io.orderlake.domain.notation.CellText;
import io.orderlake.domain.order.ContentHash;
import io.orderlake.domain.order.FieldValue;
import io.orderlake.domain.text.NearMiss;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LineIdentityTest {
  private static Map<String, FieldValue> row(String product, String quantity, String price) {
    Map<String, FieldValue> fields = new LinkedHashMap<>();
    fields.put("product", new FieldValue.Text(product));
    fields.put("quantity", new FieldValue.Number(quantity));
    fields.put("unit_price", new FieldValue.Text(price));
    fields.put("currency", new FieldValue.Text("EUR"));
    fields.put("city", new FieldValue.Text("Zürich"));
    fields.put("event_time", new FieldValue.Text("2026-11-20T10:15:00Z"));
    return fields;
  }

  @Test
  void the_id_of_a_row_stays_what_it_was_in_every_version_of_the_program() {
    assertThat(LineIdentity.eventId(LineIdentity.content(row("Cup", "2", "3.50")), 1))
        .isEqualTo("row-8381ff31fdb83f001edbeaa5b079f1d5-1");
    assertThat(LineIdentity.eventId(LineIdentity.content(row("Cup", "2", "3.50")), 12))
        .endsWith("-12");
  }

  @Test
  void how_a_value_is_written_does_not_count() {
    ContentHash cup = LineIdentity.content(row("Cup", "2", "3.50"));

    assertThat(LineIdentity.content(row(" Cup\u00a0", "2", "3.5"))).isEqualTo(cup);
    Map<String, FieldValue> text = row("Cup", "2", "3.500");
    text.put("quantity", new FieldValue.Text("2.0"));
    text.put("city", new FieldValue.Text("Zu\u0308rich"));
    assertThat(LineIdentity.content(text)).isEqualTo(cup);
    Map<String, FieldValue> reversed = new LinkedHashMap<>();
    row("Cup", "2", "3.50").keySet().stream()
        .sorted(java.util.Comparator.reverseOrder())
        .forEach(name -> reversed.put(name, row("Cup", "2", "3.50").get(name)));
    assertThat(LineIdentity.content(reversed)).isEqualTo(cup);
  }

  @Test
  void every_field_counts_and_so_does_which_field_it_is() {
    Map<String, FieldValue> cup = row("Cup", "2", "3.50");
    Set<ContentHash> all = new HashSet<>(Set.of(LineIdentity.content(cup)));
    for (String field : cup.keySet()) {
      Map<String, FieldValue> other = row("Cup", "2", "3.50");
      other.put(field, new FieldValue.Text("other"));
      assertThat(all.add(LineIdentity.content(other))).as(field).isTrue();
      other.remove(field);
      assertThat(all.add(LineIdentity.content(other))).as(field).isTrue();
    }
    cup.put("order_id", new FieldValue.Text("7"));
    assertThat(all.add(LineIdentity.content(cup))).isTrue();
    Map<String, FieldValue> elsewhere = row("Zürich", "2", "3.50");
    elsewhere.put("city", new FieldValue.Text("Cup"));
    assertThat(all.add(LineIdentity.content(elsewhere))).isTrue();
  }

  @Test
  void occurrences_are_counted_by_content() {
    long seed = new SplittableRandom().nextLong();
    SplittableRandom random = new SplittableRandom(seed);
    RowOccurrences occurrences = new RowOccurrences();
    Map<Integer, Integer> oracle = new LinkedHashMap<>();
    for (int i = 0; i < 20_000; i++) {
      int content = random.nextInt(3_000);
      assertThat(occurrences.next(ContentHash.of("" + content)))
          .as("seed " + seed)
          .isEqualTo(oracle.merge(content, 1, Integer::sum));
    }
  }

  @Test
  void near_misses_are_found_and_far_ones_are_not() {
    io.vavr.collection.List<String> columns =
        io.vavr.collection.List.of("Price Each", "Quantity Ordered", "Order Date");
    assertThat(NearMiss.of("price_each", columns)).contains("Price Each");
    assertThat(NearMiss.of("Prise Eahc", columns)).contains("Price Each");
    assertThat(NearMiss.of("Stadt", columns)).isEmpty();
  }

  @Test
  void invisible_characters_at_the_ends_of_a_cell_are_no_part_of_it() {
    assertThat(CellText.clean("\ufeff \u00a0\t a b\u200b\r\n")).isEqualTo("a b");
    assertThat(CellText.clean(" \u3000")).isEmpty();
    assertThat(CellText.clean("\0")).isEqualTo("\0");
  }
}
