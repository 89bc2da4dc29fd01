package io.orderlake.protocol.lake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderlake.domain.lake.KeptProperties;
import io.orderlake.domain.lake.KeptProperties.Former;
import io.orderlake.domain.lake.LakeProperties;
import io.orderlake.protocol.json.MalformedJson;
import io.orderlake.protocol.json.StrictJson;
import io.orderlake.protocol.json.StrictObject;
import io.vavr.collection.List;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.zip.CRC32C;

/**
 * A lake's properties as JSON. The first field is the format's number; the last one the CRC-32C, as
 * eight hexadecimal digits, of the bytes that the same object has on one line without that field.
 */
public final class PropertiesJson {
  /** The number of the format that is written, and the newest that is read. */
  public static final long FORMAT = 1;

  private PropertiesJson() {}

  public static byte[] write(KeptProperties properties) {
    ObjectNode node = node(properties);
    return StrictJson.pretty(node.put("crc32c", checksum(node)));
  }

  /** The number of the format, which alone may be read of a newer one. */
  public static long format(byte[] bytes) throws MalformedJson {
    return StrictJson.read(bytes).whole("format", 1);
  }

  public static KeptProperties read(byte[] bytes) throws MalformedJson {
    StrictObject node = StrictJson.read(bytes);
    long format = node.whole("format", FORMAT);
    if (format != FORMAT) {
      throw new MalformedJson("format " + format + " is not known");
    }
    LakeProperties present = properties(node);
    List<Former> former = List.empty();
    for (StrictObject earlier : node.objects("former")) {
      former =
          former.append(new Former(properties(earlier), earlier.whole("up_to_lake_version", 1)));
      earlier.nothingElse();
    }
    String recorded = node.text("crc32c");
    node.nothingElse();
    KeptProperties kept = new KeptProperties(present, former);
    String actual = checksum(node(kept));
    if (!recorded.equals(actual)) {
      throw new MalformedJson("its checksum is " + actual + ", not " + recorded + " as recorded");
    }
    return kept;
  }

  private static ObjectNode node(KeptProperties properties) {
    ObjectNode node = put(StrictJson.object().put("format", FORMAT), properties.present());
    ArrayNode former = node.putArray("former");
    properties
        .former()
        .forEach(
            earlier ->
                put(former.addObject(), earlier.properties())
                    .put("up_to_lake_version", earlier.upTo()));
    return node;
  }

  private static ObjectNode put(ObjectNode node, LakeProperties properties) {
    return node.put("reporting_zone", properties.reportingZone().getId())
        .put("currency", properties.currency());
  }

  private static LakeProperties properties(StrictObject node) throws MalformedJson {
    String zone = node.text("reporting_zone");
    String currency = node.text("currency");
    if (!currency.matches("[A-Z]{3}")) {
      throw new MalformedJson("currency '" + currency + "' is not of three capital letters");
    }
    try {
      return new LakeProperties(ZoneId.of(zone), currency);
    } catch (DateTimeException e) {
      throw new MalformedJson("reporting_zone '" + zone + "' is not a zone that this Java knows");
    }
  }

  private static String checksum(ObjectNode node) {
    CRC32C crc = new CRC32C();
    crc.update(StrictJson.line(node).getBytes(UTF_8));
    return String.format(Locale.ROOT, "%08x", crc.getValue());
  }
}
