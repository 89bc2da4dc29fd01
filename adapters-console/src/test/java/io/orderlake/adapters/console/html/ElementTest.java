package io.orderlake.adapters.console.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElementTest {
  @Test
  void texts_and_attributes_are_escaped() {
    Element element = Element.of("p", "a < b & \"c\"").with("title", "\"><script>'");

    assertThat(element.markup())
        .isEqualTo("<p title=\"&quot;&gt;&lt;script&gt;&#39;\">a &lt; b &amp; &quot;c&quot;</p>");
  }

  @Test
  void what_steers_or_hides_is_a_dot_and_lines_of_a_block_stay_lines() {
    assertThat(Html.text("a\u001b[1m\nb\u202e").markup()).isEqualTo("a·[1m·b·");
    assertThat(Tags.pre("a\u0007\n<b>").markup())
        .isEqualTo("<pre tabindex=\"0\">a·<br>&lt;b&gt;</pre>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "https://attacker.example/",
        "//attacker.example",
        "/\\attacker.example",
        "runs",
        "",
        "/a b",
        "/\n"
      })
  void an_address_leads_nowhere_else(String address) {
    assertThatThrownBy(() -> Element.of("a", "x").with("href", address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("leads away");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/runs?run=a", "#main", "?as_of=3"})
  void an_address_of_the_console_is_taken(String address) {
    assertThat(Element.of("a", "x").with("href", address).markup())
        .isEqualTo("<a href=\"" + address + "\">x</a>");
  }

  @ParameterizedTest
  @CsvSource({"style", "iframe", "object", "x-y", "'a b'", "'script>'"})
  void an_element_that_no_page_may_have_is_a_defect(String name) {
    assertThatThrownBy(() -> Element.of(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"onclick", "style", "'a b'", "'x>'"})
  void an_attribute_that_runs_or_styles_is_a_defect(String name) {
    assertThatThrownBy(() -> Element.of("p").with(name, "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_script_and_a_void_element_hold_nothing() {
    assertThatThrownBy(() -> Element.of("script", "alert(1)"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Element.of("br").add(Tags.p("x")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_a_link_means_survives_its_writing() {
    Link link = Link.to("/explain").with("city", "a&b=<c>\u0000ä").with("page", 2);

    assertThat(link.href()).isEqualTo("/explain?city=a%26b%3D%3Cc%3E%00%C3%A4&page=2");
    assertThat(link.without("city").with("page", 3).href()).isEqualTo("/explain?page=3");
  }

  @Test
  void a_row_has_as_many_cells_as_the_table_has_columns() {
    HtmlTable table = HtmlTable.of("Two", HtmlTable.left("a"), HtmlTable.right("b"));

    assertThat(table.row("x", "1").html().markup())
        .contains(
            "<th scope=\"col\">a</th><th scope=\"col\" class=\"number\">b</th>",
            "<td>x</td><td class=\"number\">1</td>",
            "<caption>Two</caption>");
    assertThatThrownBy(() -> table.row("x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 cells, not 1");
  }
}
