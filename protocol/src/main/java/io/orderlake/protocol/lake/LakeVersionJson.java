package io.orderlake.protocol.lake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.RunId;
import io.orderlake.protocol.json.MalformedJson;
import io.orderlake.protocol.json.StrictJson;
import io.orderlake.protocol.json.StrictObject;
import java.util.Locale;
import java.util.zip.CRC32C;

/**
 * A lake version as JSON. Its last field is the CRC-32C, as eight hexadecimal digits, of the bytes
 * that the same object has on one line without that field.
 */
public final class LakeVersionJson {
  private LakeVersionJson() {}

  public static byte[] write(LakeVersion version) {
    ObjectNode node = node(version);
    return StrictJson.pretty(node.put("crc32c", checksum(node)));
  }

  public static LakeVersion read(byte[] bytes) throws MalformedJson {
    StrictObject node = StrictJson.read(bytes);
    LakeVersion version = version(node);
    String recorded = node.text("crc32c");
    node.nothingElse();
    String actual = checksum(node(version));
    if (!recorded.equals(actual)) {
      throw new MalformedJson("its checksum is " + actual + ", not " + recorded + " as recorded");
    }
    return version;
  }

  private static ObjectNode node(LakeVersion version) {
    ObjectNode node =
        StrictJson.object()
            .put("number", version.number())
            .put("published_by", version.publishedBy().value())
            .put("epoch", version.epoch())
            .put("published_at", version.publishedAt().toString());
    node.set("tables", TablesJson.write(version.tables()));
    node.set("totals", CountsJson.write(version.totals()));
    node.set("report", CountsJson.write(version.report()));
    return node;
  }

  private static LakeVersion version(StrictObject node) throws MalformedJson {
    String run = node.text("published_by");
    return new LakeVersion(
        node.whole("number", 1),
        RunId.parse(run).getOrElseThrow((String why) -> new MalformedJson("published_by: " + why)),
        node.whole("epoch", 0),
        node.instant("published_at"),
        TablesJson.read(node.object("tables")),
        CountsJson.readSums(node.object("totals")),
        CountsJson.readReport(node.object("report")));
  }

  private static String checksum(ObjectNode node) {
    CRC32C crc = new CRC32C();
    crc.update(StrictJson.line(node).getBytes(UTF_8));
    return String.format(Locale.ROOT, "%08x", crc.getValue());
  }
}
