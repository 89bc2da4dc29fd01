package io.orderlake.application.correct;

import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.gold.Revenue;
import io.orderlake.domain.lake.Scratch;
import io.orderlake.domain.money.Amount;
import io.orderlake.domain.silver.ContentHash;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Claims by their subject, outside memory. First all are added, then each subject is read. */
final class ClaimPile implements AutoCloseable {
  private static final long CLAIMS_PER_BIN = 50_000;
  private static final int MOST_BINS = 1_024;
  private static final int AMOUNT_BYTES = 16;
  private static final int BYTES =
      2 * ContentHash.BYTES + 1 + 3 * Integer.BYTES + 5 * Long.BYTES + AMOUNT_BYTES;

  private final Words topics = new Words();
  private final Words cities = new Words();
  private final Scratch.Pile pile;
  private final int bins;

  /**
   * An empty pile.
   *
   * @param claims how many there will be, more or less
   */
  ClaimPile(Scratch scratch, long claims) {
    this.bins = (int) Math.min(MOST_BINS, 1 + claims / CLAIMS_PER_BIN);
    this.pile = scratch.open(BYTES, bins);
  }

  void add(Claim claim) {
    ByteBuffer entry = ByteBuffer.allocate(BYTES);
    SourcePosition source = claim.order().source();
    byte[] amount = claim.revenue().amount().value().unscaledValue().toByteArray();
    entry
        .put(claim.subject().bytes())
        .put(claim.content().bytes())
        .put(claim.kind().code())
        .putInt(topics.number(source.topic()))
        .putInt(source.partition())
        .putInt(cities.number(claim.city()))
        .putLong(source.offset())
        .putLong(claim.order().ingestSequence())
        .putLong(claim.revenue().units())
        .putLong(claim.revenue().events())
        .putLong(claim.reasons());
    for (int i = amount.length; i < AMOUNT_BYTES; i++) {
      entry.put((byte) (amount[0] >> (Byte.SIZE - 1)));
    }
    entry.put(amount);
    pile.add((int) Math.floorMod(claim.subject().prefix(), (long) bins), entry.array());
  }

  private Claim next(ByteBuffer data) {
    byte[] subject = new byte[ContentHash.BYTES];
    byte[] content = new byte[ContentHash.BYTES];
    byte[] amount = new byte[AMOUNT_BYTES];
    data.get(subject).get(content);
    Claim.Kind kind = Claim.Kind.of(data.get());
    String topic = topics.word(data.getInt());
    int partition = data.getInt();
    String city = cities.word(data.getInt());
    SourcePosition source = new SourcePosition(topic, partition, data.getLong());
    BronzeOrder order = new BronzeOrder(data.getLong(), source);
    long units = data.getLong();
    long events = data.getLong();
    long reasons = data.getLong();
    data.get(amount);
    BigDecimal value = new BigDecimal(new BigInteger(amount), Amount.SCALE);
    return new Claim(
        ContentHash.ofBytes(subject),
        kind,
        order,
        ContentHash.ofBytes(content),
        city,
        new Revenue(Amount.of(value), units, events),
        reasons);
  }

  /** Shows all that is said about each subject. */
  void forEachSubject(Consumer<List<Claim>> consumer) {
    for (int bin = 0; bin < bins; bin++) {
      Map<ContentHash, List<Claim>> subjects = new HashMap<>();
      for (ByteBuffer data = ByteBuffer.wrap(pile.read(bin)); data.hasRemaining(); ) {
        Claim claim = next(data);
        subjects.computeIfAbsent(claim.subject(), absent -> new ArrayList<>(2)).add(claim);
      }
      subjects.values().forEach(consumer);
    }
  }

  @Override
  public void close() {
    pile.close();
  }
}
