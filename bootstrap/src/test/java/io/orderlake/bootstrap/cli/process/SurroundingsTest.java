package io.orderlake.bootstrap.cli.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.bootstrap.terminal.Screen;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class SurroundingsTest {
  private static final String LOST = "Z\uFFFDrich";

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void what_can_be_read_is_no_trouble() {
    assertThat(complaint(utf8("--city\0Zürich\0", UTF_8), HashMap.empty(), "--city", "Zürich"))
        .isEmpty();
    assertThat(complaint(ascii(), HashMap.empty(), "--city", "Berlin")).isEmpty();
  }

  @Test
  void an_argument_in_another_character_set_is_refused_and_not_guessed() {
    Surroundings surroundings = utf8("--city\0Zürich\0", ISO_8859_1);
    assertThat(complaint(surroundings, HashMap.empty(), "--city", LOST)).contains(ExitCode.USAGE);
    assertThat(said.toString(UTF_8)).contains("the argument 'Z\uFFFDrich' is not UTF-8");
  }

  @Test
  void a_replacement_character_that_somebody_wrote_is_an_argument_like_any_other() {
    Surroundings surroundings = utf8("--city\0" + LOST + "\0", UTF_8);
    assertThat(complaint(surroundings, HashMap.empty(), "--city", LOST)).isEmpty();
  }

  @Test
  void without_utf8_an_argument_beyond_ascii_is_refused_with_the_way_out() {
    assertThat(complaint(ascii(), HashMap.empty(), LOST)).contains(ExitCode.USAGE);
    assertThat(said.toString(UTF_8)).contains("ANSI_X3.4-1968", "LC_ALL=C.UTF-8");
  }

  @Test
  void a_variable_of_orderlakes_is_held_to_the_same_and_others_are_not() {
    Map<String, String> variables = HashMap.of("ORDERLAKE_DATA", LOST);
    assertThat(complaint(ascii(), variables)).contains(ExitCode.CONFIG);
    assertThat(said.toString(UTF_8)).contains("the variable ORDERLAKE_DATA");
    assertThat(complaint(ascii(), HashMap.of("AUTHOR", LOST))).isEmpty();
  }

  @Test
  void the_machines_language_and_zone_are_laid_aside() {
    Locale language = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
      Surroundings.layAside();
      assertThat(String.format(Locale.getDefault(Locale.Category.FORMAT), "%,d", 1234))
          .isEqualTo("1,234");
      assertThat(TimeZone.getDefault().getRawOffset()).isZero();
    } finally {
      Locale.setDefault(language);
      TimeZone.setDefault(zone);
    }
  }

  private Option<ExitCode> complaint(
      Surroundings surroundings, Map<String, String> variables, String... arguments) {
    PrintStream stream = new PrintStream(said, true, UTF_8);
    return surroundings.complain(new Screen(stream, stream, false, false), arguments, variables);
  }

  private static Surroundings utf8(String arguments, Charset sent) {
    return new Surroundings("UTF-8", Option.some(arguments.getBytes(sent)), Option.none());
  }

  private static Surroundings ascii() {
    return new Surroundings("ANSI_X3.4-1968", Option.none(), Option.none());
  }
}
