package io.orderlake.application.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.feed.FeedForm;
import io.orderlake.domain.feed.FeedLine;
import io.orderlake.domain.feed.FeedLines;
import io.orderlake.domain.feed.FeedPart;
import io.orderlake.domain.feed.FeedRow;
import io.orderlake.domain.feed.FeedSource;
import io.orderlake.domain.feed.FeedTable;
import io.orderlake.domain.feed.TableLayout;
import io.orderlake.domain.feed.TopArray;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link FeedSource} promises. */
public interface FeedSourceContract {
  /** A source of that name with that content. */
  FeedSource holding(String name, byte[] content);

  /** A source that cannot be opened. */
  FeedSource absent();

  private List<String> lines(byte[] content) {
    List<String> lines = new ArrayList<>();
    for (FeedPart part : FeedPart.values()) {
      lines.clear();
      try (FeedLines feed = holding("feed.jsonl", content).lines(part).get()) {
        for (Option<FeedLine> line = feed.next().get();
            line.isDefined();
            line = feed.next().get()) {
          assertThat(line.get().number()).isEqualTo(lines.size() + 1);
          lines.add(new String(line.get().bytes(), ISO_8859_1));
        }
        assertThat(feed.next().get().isEmpty()).isTrue();
      }
    }
    return lines;
  }

  /** Each record behind the number of its line; what ends them early behind an exclamation mark. */
  private List<String> records(String content, TopArray array) {
    List<String> records = new ArrayList<>();
    try (FeedLines feed =
        holding("feed.json", content.getBytes(UTF_8)).records(FeedPart.WHOLE, array).get()) {
      while (true) {
        Either<String, Option<FeedLine>> next = feed.next();
        if (next.isLeft()) {
          records.add("! " + next.getLeft());
          return records;
        }
        if (next.get().isEmpty()) {
          return records;
        }
        FeedLine line = next.get().get();
        records.add(line.number() + " " + new String(line.bytes(), UTF_8));
      }
    }
  }

  private FeedTable table(String content) {
    return holding("feed.csv", content.getBytes(UTF_8))
        .table(FeedPart.WHOLE, TableLayout.UNKNOWN)
        .getOrElseThrow(problem -> new AssertionError(problem));
  }

  private List<List<String>> rows(String content) {
    List<List<String>> rows = new ArrayList<>();
    read(content).forEach(row -> rows.add(row.cells().toJavaList()));
    return rows;
  }

  private List<FeedRow> read(String content) {
    List<FeedRow> rows = new ArrayList<>();
    try (FeedTable table = table(content)) {
      for (Option<FeedRow> row = table.next().get(); row.isDefined(); row = table.next().get()) {
        assertThat(row.get().number()).isEqualTo(rows.size() + 1);
        rows.add(row.get());
      }
    }
    return rows;
  }

  /** Reads until the problem; fails when there is none. */
  private String problem(byte[] content) {
    Either<String, FeedTable> opened =
        holding("feed.csv", content).table(FeedPart.WHOLE, TableLayout.UNKNOWN);
    if (opened.isLeft()) {
      return opened.getLeft();
    }
    try (FeedTable table = opened.get()) {
      while (true) {
        Either<String, Option<FeedRow>> next = table.next();
        if (next.isLeft()) {
          return next.getLeft();
        }
        assertThat(next.get().isDefined()).as("a problem before the end").isTrue();
      }
    }
  }

  @Test
  default void it_keeps_its_name() {
    assertThat(holding("orders.csv", new byte[0]).name()).isEqualTo("orders.csv");
  }

  @Test
  default void its_content_says_what_it_is_and_not_its_name() {
    assertThat(holding("x.csv", "\n {\"a\":1}\n{\"a\":2}\n".getBytes(UTF_8)).form())
        .isEqualTo(Either.right(FeedForm.EVENTS));
    assertThat(holding("x.jsonl", "Item,Price\nCup,1\n".getBytes(UTF_8)).form())
        .isEqualTo(Either.right(FeedForm.TABLE));
  }

  @Test
  default void what_holds_nothing_is_no_feed() {
    for (String nothing : List.of("", "\n", " \r\n\t\n")) {
      assertThat(holding("feed.csv", nothing.getBytes(UTF_8)).form().isLeft()).isTrue();
      assertThat(problem(nothing.getBytes(UTF_8))).isNotBlank();
    }
  }

  @Test
  default void looking_takes_nothing_from_it() {
    FeedSource source = holding("feed.jsonl", "{}\n{}\n".getBytes(UTF_8));
    for (FeedPart part : List.of(FeedPart.FIRST, FeedPart.FIRST, FeedPart.WHOLE)) {
      source.form();
      try (FeedLines lines = source.lines(part).get()) {
        assertThat(lines.next().get().isDefined()).isTrue();
        assertThat(lines.next().get().isDefined()).isTrue();
        assertThat(lines.next().get().isDefined()).isFalse();
      }
    }
  }

  @Test
  default void lines_end_with_lf_or_crlf_or_with_the_feed() {
    assertThat(lines("{}\n{1}\r\n\r\n\n {2} \n{last}".getBytes(UTF_8)))
        .containsExactly("{}", "{1}", "", "", " {2} ", "{last}");
    assertThat(lines("{only}\r\n".getBytes(UTF_8))).containsExactly("{only}");
  }

  @Test
  default void lines_are_bytes_and_kept_as_they_are() {
    byte[] content = "{\"a\": 1.50 }\n{\"z\":\"\u00c3\u00bc\"}\n\u00c3\n".getBytes(ISO_8859_1);

    assertThat(lines(content))
        .containsExactly("{\"a\": 1.50 }", "{\"z\":\"\u00c3\u00bc\"}", "\u00c3");
  }

  @Test
  default void a_byte_order_mark_is_no_content() {
    assertThat(lines("\uFEFF{}\n".getBytes(UTF_8))).containsExactly("{}");
    try (FeedTable table = table("\uFEFFItem,Price\n")) {
      assertThat(table.columns()).containsExactly("Item", "Price");
    }
  }

  @Test
  default void a_line_longer_than_allowed_is_an_error_that_names_it() {
    byte[] content = new byte[FeedLines.LONGEST + 3];
    Arrays.fill(content, (byte) 'x');
    content[0] = '{';
    content[1] = '}';
    content[2] = '\n';
    try (FeedLines feed = holding("feed.jsonl", content).lines(FeedPart.WHOLE).get()) {
      assertThat(feed.next().get().isDefined()).isTrue();
      assertThat(feed.next().get().get().bytes()).hasSize(FeedLines.LONGEST);
    }
    byte[] longer = Arrays.copyOf(content, content.length + 1);
    longer[content.length] = 'x';
    try (FeedLines feed = holding("feed.jsonl", longer).lines(FeedPart.WHOLE).get()) {
      feed.next();
      assertThat(feed.next().getLeft()).contains("line 2");
    }
  }

  @Test
  default void records_that_stand_on_lines_are_kept_as_they_are() {
    for (TopArray array : TopArray.values()) {
      assertThat(records("{\"a\": [{\"b\":1.50}]}\n\n{\"a\":}\n", array))
          .containsExactly("1 {\"a\": [{\"b\":1.50}]}", "2 ", "3 {\"a\":}");
    }
  }

  @Test
  default void records_over_several_lines_come_as_one_line_each_whatever_they_hold() {
    for (TopArray array : TopArray.values()) {
      assertThat(records("{\n \"a\": [\n  {\"b\": 1.50}\n ]\n}\n{\"a\": {}}", array))
          .containsExactly("1 {\"a\":[{\"b\":1.50}]}", "6 {\"a\":{}}");
    }
  }

  @Test
  default void an_array_at_the_top_is_a_list_of_records_or_a_record() {
    String content = "[\n{\"a\":1},\n[2]\n]\n[]\n[{\"a\":3}]\n";

    assertThat(records(content, TopArray.RECORDS))
        .containsExactly("2 {\"a\":1}", "3 [2]", "6 {\"a\":3}");
    assertThat(records(content, TopArray.RECORD))
        .containsExactly("1 [{\"a\":1},[2]]", "5 []", "6 [{\"a\":3}]");
  }

  @Test
  default void a_record_that_breaks_off_is_an_error_that_names_the_line() {
    List<String> read = records("[{\"a\":1},\n{\"a\":", TopArray.RECORDS);

    assertThat(read).hasSize(2).startsWith("1 {\"a\":1}");
    assertThat(read.get(1)).startsWith("! ").contains("line 2");
  }

  @Test
  default void what_is_no_json_has_no_records() {
    for (String content : List.of("", "Item,Price\nCup,1\n", "\"a\"\n")) {
      assertThat(
              holding("feed.jsonl", content.getBytes(UTF_8))
                  .records(FeedPart.WHOLE, TopArray.RECORDS)
                  .getLeft())
          .isNotBlank();
    }
  }

  @Test
  default void cells_stand_under_clean_names() {
    String content =
        "Item, Price\u00a0,City\r\nLaptop, 899.99,\r\n\"Desk, \"\"big\"\"\nred\",,Zürich\r\n";

    try (FeedTable table = table(content)) {
      assertThat(table.columns()).containsExactly("Item", "Price", "City");
      assertThat(table.delimiter()).isEqualTo(Option.some(','));
    }
    assertThat(rows(content))
        .containsExactly(
            List.of("Laptop", "899.99", ""), List.of("Desk, \"big\"\nred", "", "Zürich"));
  }

  @Test
  default void a_delimiter_that_is_named_is_taken() {
    try (FeedTable table =
        holding("feed.csv", "a,b;c\n1,5;2\n".getBytes(UTF_8))
            .table(FeedPart.WHOLE, TableLayout.UNKNOWN.withDelimiter(Option.some(';')))
            .get()) {
      assertThat(table.columns()).containsExactly("a,b", "c");
      assertThat(table.delimiter()).isEqualTo(Option.some(';'));
      assertThat(table.next().get().get().cells()).containsExactly("1,5", "2");
    }
  }

  @Test
  default void blank_lines_are_no_rows_and_rows_come_as_long_as_they_are() {
    assertThat(rows("a,b,c\n1,2\n\n\r\n1,2,3\n1,2,3,4\n,,"))
        .containsExactly(
            List.of("1", "2"),
            List.of("1", "2", "3"),
            List.of("1", "2", "3", "4"),
            List.of("", "", ""));
    assertThat(rows("a,b\n")).isEmpty();
  }

  @Test
  default void a_row_knows_the_line_on_which_it_begins() {
    for (String end : List.of("\n", "\r\n", "\r")) {
      String content =
          String.join(end, "", "a,b", "1,2", "", "\"x", "y\",2", "3,\"", "", "\"", "4,5");
      assertThat(read(content))
          .as(content)
          .extracting(FeedRow::line)
          .containsExactly(3L, 5L, 7L, 10L);
    }
  }

  @Test
  default void a_quote_that_is_never_closed_is_an_error_that_names_the_row_and_the_line() {
    assertThat(problem("a,b\n1,2\n\n1,\"open\n1,2\n".getBytes(UTF_8))).contains("row 2 (line 4)");
  }

  @Test
  default void text_behind_a_closing_quote_is_an_error_that_names_the_row() {
    assertThat(problem("a,b\n\"1\"x,2\n".getBytes(UTF_8))).contains("row 1 (line 2)");
  }

  @Test
  default void a_table_that_is_not_utf_8_is_an_error() {
    assertThat(problem("a,b\nZürich,2\n".getBytes(ISO_8859_1))).contains("not UTF-8");
  }

  @Test
  default void columns_may_have_one_name_or_none() {
    try (FeedTable table = table("Item,,Note,Note \n")) {
      assertThat(table.columns()).containsExactly("Item", "", "Note", "Note");
    }
  }

  @Test
  default void what_cannot_be_opened_says_why() {
    assertThat(absent().form().getLeft()).isNotBlank();
    assertThat(absent().lines(FeedPart.WHOLE).getLeft()).isNotBlank();
    assertThat(absent().records(FeedPart.WHOLE, TopArray.RECORD).getLeft()).isNotBlank();
    assertThat(absent().table(FeedPart.WHOLE, TableLayout.UNKNOWN).getLeft()).isNotBlank();
  }

  private List<List<String>> rows(String content, TableLayout layout) {
    List<List<String>> rows = new ArrayList<>();
    try (FeedTable table =
        holding("feed.csv", content.getBytes(UTF_8)).table(FeedPart.WHOLE, layout).get()) {
      rows.add(table.columns().toJavaList());
      for (Option<FeedRow> row = table.next().get(); row.isDefined(); row = table.next().get()) {
        rows.add(row.get().cells().toJavaList());
      }
    }
    return rows;
  }

  @Test
  default void a_quote_that_is_named_is_taken_and_no_other() {
    assertThat(
            rows(
                "a,b\n'x, ''y''',5\" wide\n",
                TableLayout.UNKNOWN.withQuote(TableLayout.Quote.said(Option.some('\'')))))
        .containsExactly(List.of("a", "b"), List.of("x, 'y'", "5\" wide"));
    assertThat(
            rows(
                "a,b\n\"x,'y\n",
                TableLayout.UNKNOWN.withQuote(TableLayout.Quote.said(Option.none()))))
        .containsExactly(List.of("a", "b"), List.of("\"x", "'y"));
  }

  @Test
  default void without_a_header_columns_have_the_names_that_are_given_and_every_row_is_one() {
    assertThat(
            rows(
                "Cup,2\n\nPot,3\n",
                TableLayout.UNKNOWN.withNames(
                    Option.some(io.vavr.collection.List.of("Item ", "Qty")))))
        .containsExactly(List.of("Item", "Qty"), List.of("Cup", "2"), List.of("Pot", "3"));
  }

  @Test
  default void a_text_has_no_sheets() {
    assertThat(
            holding("feed.csv", "a,b\n1,2\n".getBytes(UTF_8))
                .table(FeedPart.WHOLE, TableLayout.UNKNOWN.withSheet(Option.some("April")))
                .getLeft())
        .contains("no sheets");
  }
}
