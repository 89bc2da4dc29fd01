package io.orderlake.adapters.kafka.topic;

import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.RecordHeader;
import io.orderlake.domain.bronze.SourceRecord;
import io.orderlake.domain.bronze.TimestampType;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Takes records over from Kafka's client, the names of their headers as bytes among the rest. Kafka
 * lets any bytes be a name; its client decodes them on first use and keeps no more than the text,
 * with replacement characters for what is no UTF-8.
 */
final class HeaderNames {
  private static final Class<?> HEADER =
      org.apache.kafka.common.header.internals.RecordHeader.class;

  private static final @Nullable VarHandle BYTES = bytes();

  private HeaderNames() {}

  /** The record, of whose headers nobody has asked for a name yet. */
  static SourceRecord record(ConsumerRecord<byte[], byte[]> record) {
    Header[] headers = record.headers().toArray();
    List<byte[]> names = headers.length == 0 ? List.of() : names(headers);
    return new SourceRecord(
        record.offset(),
        record.timestamp(),
        TimestampType.ofCode(record.timestampType().id),
        new BronzeRecord.Content(record.key(), record.value(), headers(headers)),
        names);
  }

  private static List<RecordHeader> headers(Header[] headers) {
    if (headers.length == 0) {
      return List.of();
    }
    List<RecordHeader> all = new ArrayList<>(headers.length);
    for (Header header : headers) {
      all.add(new RecordHeader(header.key(), header.value()));
    }
    return all;
  }

  private static List<byte[]> names(Header[] headers) {
    if (BYTES == null) {
      return List.of();
    }
    List<byte[]> names = new ArrayList<>(headers.length);
    boolean text = true;
    for (Header header : headers) {
      byte[] name = name(header, BYTES);
      names.add(name);
      text &= isText(name);
    }
    return text ? List.of() : names;
  }

  private static byte[] name(Header header, VarHandle bytes) {
    if (header.getClass().equals(HEADER) && bytes.get(header) instanceof ByteBuffer buffer) {
      byte[] name = new byte[buffer.remaining()];
      buffer.duplicate().get(name);
      return name;
    }
    return header.key().getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isText(byte[] name) {
    for (byte b : name) {
      if (b < 0) {
        return isUtf8(name);
      }
    }
    return true;
  }

  private static boolean isUtf8(byte[] name) {
    try {
      var unused = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** The client's own field; null when this client has none of the name. */
  private static @Nullable VarHandle bytes() {
    try {
      return MethodHandles.privateLookupIn(HEADER, MethodHandles.lookup())
          .findVarHandle(HEADER, "keyBuffer", ByteBuffer.class);
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }
}
