package io.orderlake.protocol.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderlake.protocol.json.MalformedJson;
import io.orderlake.protocol.json.StrictJson;
import io.orderlake.protocol.json.StrictObject;

/** A decision as {@code contracts/trigger-protocol/decision.schema.json} describes it. */
public final class DecisionJson {
  private static final String DECISION = "decision";
  private static final String CLAIMED = "claimed";
  private static final String WITHDRAWN = "withdrawn";

  private DecisionJson() {}

  public static byte[] write(Decision decision) {
    ObjectNode node = StrictJson.object();
    if (decision instanceof Decision.Claimed claimed) {
      node.put(DECISION, CLAIMED)
          .put("epoch", claimed.epoch())
          .set("request", RequestJson.node(claimed.request()));
    } else {
      node.put(DECISION, WITHDRAWN);
    }
    return StrictJson.pretty(node);
  }

  public static Decision read(byte[] bytes) throws MalformedJson {
    StrictObject node = StrictJson.read(bytes);
    String word = node.text(DECISION);
    Decision decision =
        switch (word) {
          case CLAIMED ->
              new Decision.Claimed(
                  node.whole("epoch", 0), RequestJson.read(node.object("request")));
          case WITHDRAWN -> new Decision.Withdrawn();
          default -> throw new MalformedJson("unknown decision '" + word + "'");
        };
    node.nothingElse();
    return decision;
  }
}
