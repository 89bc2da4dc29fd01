package io.orderlake.adapters.kafka;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.kafka.common.message.ProduceRequestData;
import org.apache.kafka.common.message.ProduceResponseData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.CompressionType;
import org.apache.kafka.common.record.DefaultRecordBatch;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.RecordBatch;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.requests.RequestHeader;
import org.apache.kafka.common.requests.RequestUtils;
import org.apache.kafka.common.requests.ResponseHeader;
import org.apache.kafka.common.utils.ByteUtils;
import org.apache.kafka.common.utils.Crc32C;

/**
 * Publishes to a broker of this machine what Kafka takes and its Java producer would not send: any
 * timestamp, header names of any bytes.
 */
public final class RawProducer {
  private static final short VERSION = 9;

  /** Where a batch has its first timestamp, and its greatest one after that. */
  private static final int BASE_TIMESTAMP = DefaultRecordBatch.LAST_OFFSET_DELTA_OFFSET + 4;

  private final int port;

  public RawProducer(KafkaConnection broker) {
    String address = broker.bootstrapServers();
    this.port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
  }

  /** A header. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Header(byte[] name, byte[] value) {}

  /**
   * Publishes a record to partition 0.
   *
   * @return its offset
   */
  public long publish(String topic, long timestamp, byte[] value, List<Header> headers) {
    ProduceRequestData request =
        new ProduceRequestData()
            .setAcks((short) -1)
            .setTimeoutMs(10_000)
            .setTopicData(
                new ProduceRequestData.TopicProduceDataCollection(
                    List.of(
                            new ProduceRequestData.TopicProduceData()
                                .setName(topic)
                                .setPartitionData(
                                    List.of(
                                        new ProduceRequestData.PartitionProduceData()
                                            .setIndex(0)
                                            .setRecords(batch(timestamp, value, headers)))))
                        .iterator()));
    ProduceResponseData.PartitionProduceResponse answer = response(request);
    for (int i = 0; i < 300 && isNotThereYet(answer); i++) {
      pause();
      answer = response(request);
    }
    if (answer.errorCode() != Errors.NONE.code()) {
      throw new IllegalStateException(
          Errors.forCode(answer.errorCode()) + ": " + answer.errorMessage());
    }
    return answer.baseOffset();
  }

  /** A topic that was just made. */
  private static boolean isNotThereYet(ProduceResponseData.PartitionProduceResponse answer) {
    Errors error = Errors.forCode(answer.errorCode());
    return error == Errors.UNKNOWN_TOPIC_OR_PARTITION || error == Errors.NOT_LEADER_OR_FOLLOWER;
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private ProduceResponseData.PartitionProduceResponse response(ProduceRequestData request) {
    RequestHeader header = new RequestHeader(ApiKeys.PRODUCE, VERSION, "raw", 1);
    ByteBuffer sent =
        RequestUtils.serialize(header.data(), header.headerVersion(), request, VERSION);
    return response(sent).responses().iterator().next().partitionResponses().get(0);
  }

  private ProduceResponseData response(ByteBuffer request) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      byte[] bytes = new byte[request.remaining()];
      request.get(bytes);
      out.writeInt(bytes.length);
      out.write(bytes);
      out.flush();
      DataInputStream in = new DataInputStream(socket.getInputStream());
      ByteBuffer answer = ByteBuffer.wrap(in.readNBytes(in.readInt()));
      ResponseHeader.parse(answer, ApiKeys.PRODUCE.responseHeaderVersion(VERSION));
      return new ProduceResponseData(new ByteBufferAccessor(answer), VERSION);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MemoryRecords batch(long timestamp, byte[] value, List<Header> headers) {
    ByteBuffer body = ByteBuffer.allocate(64 + value.length + headers.size() * 64 + sum(headers));
    body.put((byte) 0);
    ByteUtils.writeVarlong(0, body);
    ByteUtils.writeVarint(0, body);
    ByteUtils.writeVarint(-1, body);
    put(body, value);
    ByteUtils.writeVarint(headers.size(), body);
    for (Header header : headers) {
      put(body, header.name());
      put(body, header.value());
    }
    body.flip();
    int start = DefaultRecordBatch.RECORD_BATCH_OVERHEAD;
    ByteBuffer batch = ByteBuffer.allocate(start + 10 + body.remaining());
    batch.position(start);
    ByteUtils.writeVarint(body.remaining(), batch);
    batch.put(body);
    int size = batch.position();
    batch.position(0);
    DefaultRecordBatch.writeHeader(
        batch,
        0,
        0,
        size,
        RecordBatch.MAGIC_VALUE_V2,
        CompressionType.NONE,
        TimestampType.CREATE_TIME,
        0,
        0,
        RecordBatch.NO_PRODUCER_ID,
        RecordBatch.NO_PRODUCER_EPOCH,
        RecordBatch.NO_SEQUENCE,
        false,
        false,
        false,
        RecordBatch.NO_PARTITION_LEADER_EPOCH,
        1);
    stamp(batch.position(0).limit(size), timestamp);
    return MemoryRecords.readableRecords(batch.slice());
  }

  /** What writes headers refuses most of the timestamps that Kafka takes. */
  private static void stamp(ByteBuffer batch, long timestamp) {
    batch.putLong(BASE_TIMESTAMP, timestamp);
    batch.putLong(BASE_TIMESTAMP + Long.BYTES, timestamp);
    int checked = DefaultRecordBatch.CRC_OFFSET + Integer.BYTES;
    batch.putInt(
        DefaultRecordBatch.CRC_OFFSET,
        (int) Crc32C.compute(batch, checked, batch.limit() - checked));
  }

  private static void put(ByteBuffer buffer, byte[] bytes) {
    ByteUtils.writeVarint(bytes.length, buffer);
    buffer.put(bytes);
  }

  private static int sum(List<Header> headers) {
    return headers.stream().mapToInt(h -> h.name().length + h.value().length).sum();
  }
}
