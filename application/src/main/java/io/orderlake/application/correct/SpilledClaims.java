package io.orderlake.application.correct;

import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.lake.Scratch;
import io.orderlake.domain.order.ContentHash;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Claims by their subject, outside memory. First all are added, then each subject is read. */
final class SpilledClaims implements AutoCloseable {
  private static final long CLAIMS_PER_BIN = 50_000;
  private static final int MOST_BINS = 1_024;
  private static final int FIGURES = Effect.MEASURES.words();
  private static final int BYTES =
      3 * ContentHash.BYTES + 1 + 5 * Integer.BYTES + (3 + FIGURES) * Long.BYTES;

  private final Words topics = new Words();
  private final Words cities = new Words();
  private final Words currencies = new Words();
  private final Scratch.Spill pile;
  private final int bins;

  /**
   * An empty pile.
   *
   * @param claims how many there will be, more or less
   */
  SpilledClaims(Scratch scratch, long claims) {
    this.bins = (int) Math.min(MOST_BINS, 1 + claims / CLAIMS_PER_BIN);
    this.pile = scratch.open(BYTES, bins);
  }

  void add(Claim claim) {
    ByteBuffer entry = ByteBuffer.allocate(BYTES);
    SourcePosition source = claim.order().source();
    entry
        .put(claim.subject().bytes())
        .put(claim.content().bytes())
        .put(claim.row().bytes())
        .put(claim.kind().code())
        .putInt(topics.number(source.topic()))
        .putInt(source.partition())
        .putInt(cities.number(claim.market().city()))
        .putInt(currencies.number(claim.market().currency()))
        .putLong(source.offset())
        .putInt(claim.order().line())
        .putLong(claim.order().ingestSequence())
        .putLong(claim.reasons());
    for (long word : claim.figures().words()) {
      entry.putLong(word);
    }
    pile.add((int) Math.floorMod(claim.subject().prefix(), (long) bins), entry.array());
  }

  private Claim next(ByteBuffer data) {
    byte[] subject = new byte[ContentHash.BYTES];
    byte[] content = new byte[ContentHash.BYTES];
    byte[] row = new byte[ContentHash.BYTES];
    data.get(subject).get(content).get(row);
    Claim.Kind kind = Claim.Kind.of(data.get());
    String topic = topics.word(data.getInt());
    int partition = data.getInt();
    Market market = new Market(cities.word(data.getInt()), currencies.word(data.getInt()));
    SourcePosition source = new SourcePosition(topic, partition, data.getLong());
    int line = data.getInt();
    BronzeOrder order = new BronzeOrder(data.getLong(), source, line);
    long reasons = data.getLong();
    long[] figures = new long[FIGURES];
    Arrays.setAll(figures, i -> data.getLong());
    return new Claim(
        ContentHash.ofBytes(subject),
        kind,
        order,
        ContentHash.ofBytes(content),
        ContentHash.ofBytes(row),
        market,
        Effect.MEASURES.ofWords(figures),
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
