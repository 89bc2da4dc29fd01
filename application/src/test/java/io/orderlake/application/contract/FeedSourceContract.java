package io.orderlake.application.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.feed.FeedLine;
import io.orderlake.domain.feed.FeedLines;
import io.orderlake.domain.feed.FeedRow;
import io.orderlake.domain.feed.FeedSource;
import io.orderlake.domain.feed.FeedTable;
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
    try (FeedLines feed = holding("feed.jsonl", content).lines().get()) {
      for (Option<FeedLine> line = feed.next().get(); line.isDefined(); line = feed.next().get()) {
        assertThat(line.get().number()).isEqualTo(lines.size() + 1);
        lines.add(new String(line.get().bytes(), ISO_8859_1));
      }
      assertThat(feed.next().get().isEmpty()).isTrue();
    }
    return lines;
  }

  private FeedTable table(String content) {
    return holding("feed.csv", content.getBytes(UTF_8))
        .table()
        .getOrElseThrow(problem -> new AssertionError(problem));
  }

  private List<List<String>> rows(String content) {
    List<List<String>> rows = new ArrayList<>();
    try (FeedTable table = table(content)) {
      for (Option<FeedRow> row = table.next().get(); row.isDefined(); row = table.next().get()) {
        assertThat(row.get().number()).isEqualTo(rows.size() + 1);
        rows.add(row.get().cells().toJavaList());
      }
    }
    return rows;
  }

  /** Reads until the problem; fails when there is none. */
  private String problem(byte[] content) {
    Either<String, FeedTable> opened = holding("feed.csv", content).table();
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
  default void lines_end_with_lf_or_crlf_or_with_the_feed() {
    assertThat(lines("a\nb\r\n\r\n\n c \nlast".getBytes(UTF_8)))
        .containsExactly("a", "b", "", "", " c ", "last");
    assertThat(lines("only\r\n".getBytes(UTF_8))).containsExactly("only");
    assertThat(lines(new byte[0])).isEmpty();
  }

  @Test
  default void lines_are_bytes_and_kept_as_they_are() {
    byte[] content = {(byte) 0xFF, 0, '\r', 'x', '\n', (byte) 0xC3, '\n'};

    assertThat(lines(content)).containsExactly("\u00ff\u0000\rx", "\u00c3");
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
    byte[] content = new byte[FeedLines.LONGEST + 2];
    Arrays.fill(content, (byte) 'x');
    content[1] = '\n';
    try (FeedLines feed = holding("feed.jsonl", content).lines().get()) {
      assertThat(feed.next().get().isDefined()).isTrue();
      assertThat(feed.next().get().get().bytes()).hasSize(FeedLines.LONGEST);
    }
    byte[] longer = new byte[FeedLines.LONGEST + 1];
    Arrays.fill(longer, (byte) 'x');
    try (FeedLines feed = holding("feed.jsonl", longer).lines().get()) {
      assertThat(feed.next().getLeft()).contains("line 1");
    }
  }

  @Test
  default void cells_come_as_found_under_trimmed_names() {
    String content =
        "Item, Price ,City\r\nLaptop, 899.99 ,\r\n\"Desk, \"\"big\"\"\nred\",,Zürich\r\n";

    try (FeedTable table = table(content)) {
      assertThat(table.columns()).containsExactly("Item", "Price", "City");
    }
    assertThat(rows(content))
        .containsExactly(
            List.of("Laptop", " 899.99 ", ""), List.of("Desk, \"big\"\nred", "", "Zürich"));
  }

  @Test
  default void blank_lines_are_no_rows_and_short_rows_are_filled_up() {
    assertThat(rows("a,b,c\n1,2\n\n\r\n1,2,3"))
        .containsExactly(List.of("1", "2", ""), List.of("1", "2", "3"));
    assertThat(rows("a,b\n")).isEmpty();
  }

  @Test
  default void a_row_with_too_many_cells_is_an_error_that_names_it() {
    assertThat(problem("a,b\n1,2\n1,2,3\n".getBytes(UTF_8)))
        .contains("row 2")
        .contains("3 cells")
        .contains("2 columns");
  }

  @Test
  default void a_quote_that_is_never_closed_is_an_error_that_names_the_row() {
    assertThat(problem("a,b\n1,2\n1,\"open\n1,2\n".getBytes(UTF_8))).contains("row 2");
  }

  @Test
  default void text_behind_a_closing_quote_is_an_error_that_names_the_row() {
    assertThat(problem("a,b\n\"1\"x,2\n".getBytes(UTF_8))).contains("row 1");
  }

  @Test
  default void a_table_that_is_not_utf_8_is_an_error() {
    assertThat(problem("a,b\nZürich,2\n".getBytes(ISO_8859_1))).contains("not UTF-8");
  }

  @Test
  default void a_table_needs_a_header_with_different_names() {
    assertThat(problem(new byte[0])).contains("header");
    assertThat(problem("\n\r\n".getBytes(UTF_8))).contains("header");
    assertThat(problem("Item,Price,Item \n".getBytes(UTF_8))).contains("'Item', 'Price', 'Item'");
    try (FeedTable table = table("Item,,\n")) {
      assertThat(table.columns()).containsExactly("Item", "", "");
    }
  }

  @Test
  default void what_cannot_be_opened_says_why() {
    assertThat(absent().lines().getLeft()).isNotBlank();
    assertThat(absent().table().getLeft()).isNotBlank();
  }
}
