package io.orderlake.adapters.filesystem.lake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderlake.adapters.filesystem.MalformedJson;
import io.orderlake.adapters.filesystem.ReportJson;
import io.orderlake.adapters.filesystem.StrictJson;
import io.orderlake.adapters.filesystem.StrictObject;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.RunId;
import java.util.Locale;
import java.util.zip.CRC32C;

/**
 * A lake version as JSON. Its last field is the CRC-32C, as eight hexadecimal digits, of the bytes
 * that the same object has on one line without that field.
 */
final class LakeVersionJson {
  private LakeVersionJson() {}

  static byte[] write(LakeVersion version) {
    ObjectNode node = node(version);
    return StrictJson.pretty(node.put("crc32c", checksum(node)));
  }

  static LakeVersion read(byte[] bytes) throws MalformedJson {
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
    node.set("tables", ReportJson.write(version.tables()));
    node.set("totals", ReportJson.write(version.totals()));
    node.set("report", ReportJson.write(version.report()));
    return node;
  }

  private static LakeVersion version(StrictObject node) throws MalformedJson {
    String run = node.text("published_by");
    return new LakeVersion(
        node.whole("number", 1),
        RunId.parse(run).getOrElseThrow((String why) -> new MalformedJson("published_by: " + why)),
        node.whole("epoch", 0),
        node.instant("published_at"),
        ReportJson.readTables(node.object("tables")),
        ReportJson.readSums(node.object("totals")),
        ReportJson.readReport(node.object("report")));
  }

  private static String checksum(ObjectNode node) {
    CRC32C crc = new CRC32C();
    crc.update(StrictJson.line(node));
    return String.format(Locale.ROOT, "%08x", crc.getValue());
  }
}
