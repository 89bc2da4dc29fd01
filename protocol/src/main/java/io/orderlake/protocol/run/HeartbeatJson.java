package io.orderlake.protocol.run;

import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.LeaderHeartbeat;
import io.orderlake.protocol.json.MalformedJson;
import io.orderlake.protocol.json.StrictJson;
import io.orderlake.protocol.json.StrictObject;
import io.vavr.control.Option;

/** The active runner's heartbeat. */
public final class HeartbeatJson {
  private HeartbeatJson() {}

  public static byte[] write(LeaderHeartbeat heartbeat) {
    return StrictJson.pretty(
        StrictJson.object()
            .put("epoch", heartbeat.epoch())
            .put("who", heartbeat.who())
            .put("since", heartbeat.since().toString())
            .put("shown_at", heartbeat.shownAt().toString())
            .put("busy_with", heartbeat.busyWith().map(RunId::value).getOrNull()));
  }

  public static LeaderHeartbeat read(byte[] bytes) throws MalformedJson {
    StrictObject node = StrictJson.read(bytes);
    Option<String> busyWith = node.textOrNull("busy_with");
    LeaderHeartbeat heartbeat =
        new LeaderHeartbeat(
            node.whole("epoch", 1),
            node.text("who"),
            node.instant("since"),
            node.instant("shown_at"),
            busyWith.flatMap(text -> RunId.parse(text).toOption()));
    node.nothingElse();
    return heartbeat;
  }
}
