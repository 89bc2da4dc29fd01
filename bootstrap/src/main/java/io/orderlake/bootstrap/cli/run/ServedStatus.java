package io.orderlake.bootstrap.cli.run;

import io.orderlake.answers.text.Numbers;
import io.orderlake.bootstrap.wiring.ServedLook;
import io.orderlake.domain.serve.Served;
import io.orderlake.domain.text.TimeText;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far the PostgreSQL is that Gold is served in.
 *
 * @param asked what it said, or why it said nothing; none where Gold is served nowhere
 * @param newest the number of the newest lake version
 */
record ServedStatus(Option<Try<Option<Served>>> asked, long newest) {
  static ServedStatus of(ServedLook look, long newest) {
    return new ServedStatus(look.asked().map(asking -> Try.of(asking::get)), newest);
  }

  /** For people; none where Gold is served nowhere. */
  Option<String> line(TimeText times) {
    return asked.map(
        said ->
            "served    "
                + said.fold(
                    why -> "nobody knows: " + why.getMessage(),
                    held ->
                        held.fold(
                            () -> "nothing yet; start `orderlake serve`",
                            served ->
                                "lake version "
                                    + served.version()
                                    + " since "
                                    + times.moment(served.servedAt())
                                    + behind(served))));
  }

  private String behind(Served served) {
    long behind = newest - served.version();
    return behind <= 0 ? "" : ", " + Numbers.count(behind) + " behind";
  }

  /** For programs; null where Gold is served nowhere. */
  @Nullable Map<String, @Nullable Object> json() {
    if (asked.isEmpty()) {
      return null;
    }
    Try<Option<Served>> said = asked.get();
    Option<Served> held = said.getOrElse(Option.none());
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("lake_version", held.map(Served::version).getOrNull());
    json.put("served_at", held.map(served -> served.servedAt().toString()).getOrNull());
    json.put("failure", said.isFailure() ? said.getCause().getMessage() : null);
    return json;
  }
}
