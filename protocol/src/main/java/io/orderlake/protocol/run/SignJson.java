package io.orderlake.protocol.run;

import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.RunnerSign;
import io.orderlake.protocol.json.MalformedJson;
import io.orderlake.protocol.json.StrictJson;
import io.orderlake.protocol.json.StrictObject;
import io.vavr.control.Option;

/** The active runner's sign. */
public final class SignJson {
  private SignJson() {}

  public static byte[] write(RunnerSign sign) {
    return StrictJson.pretty(
        StrictJson.object()
            .put("epoch", sign.epoch())
            .put("who", sign.who())
            .put("since", sign.since().toString())
            .put("shown_at", sign.shownAt().toString())
            .put("busy_with", sign.busyWith().map(RunId::value).getOrNull()));
  }

  public static RunnerSign read(byte[] bytes) throws MalformedJson {
    StrictObject node = StrictJson.read(bytes);
    Option<String> busyWith = node.textOrNull("busy_with");
    RunnerSign sign =
        new RunnerSign(
            node.whole("epoch", 1),
            node.text("who"),
            node.instant("since"),
            node.instant("shown_at"),
            busyWith.flatMap(text -> RunId.parse(text).toOption()));
    node.nothingElse();
    return sign;
  }
}
