package io.orderlake.adapters.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.domain.digest.Sha256;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldKey;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.Measure;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Cells on their way into a table, some 64 KiB at a time. For one thread. */
final class CellCopy {
  private static final int FULL = 60_000;
  private static final int OWN_COLUMNS = 3;
  private static final int UUID_BYTES = 16;

  private final BinaryRow rows = new BinaryRow().raw(BinaryRow.HEADER);
  private final MessageDigest digest = Sha256.begin();
  private final GoldProjection projection;
  private final long since;
  private final CopyIn copy;
  private final Choice choice;
  private long count;

  private CellCopy(GoldProjection projection, long since, CopyIn copy, Choice choice) {
    this.projection = projection;
    this.since = since;
    this.copy = copy;
    this.choice = choice;
  }

  /** What gives the cells. */
  interface Giver {
    void to(CellCopy copy);
  }

  /** Says which cells are wanted. */
  interface Choice {
    /** Asked once for each cell. */
    boolean isWanted(GoldCell cell);
  }

  /**
   * Copies all that is given and wanted, or none.
   *
   * @param since the lake version with which the cells come
   * @return how many were copied
   */
  static long into(
      Connection connection, TableShape shape, String table, long since, Choice choice, Giver giver)
      throws SQLException {
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(shape.copyInto(table));
    CellCopy cells = new CellCopy(shape.projection(), since, copy, choice);
    try {
      giver.to(cells);
      cells.rows.raw(BinaryRow.TRAILER);
      cells.send();
      copy.endCopy();
      return cells.count;
    } catch (Broken e) {
      throw e.why;
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  /** Takes one cell. */
  void add(GoldCell cell) {
    if (!choice.isWanted(cell)) {
      return;
    }
    GoldKey key = cell.key();
    int columns = OWN_COLUMNS + key.texts().size() + 2 + projection.measures().all().size();
    rows.row(columns).bytes(id(key, digest)).whole(since).whole(TableShape.FOR_EVER);
    key.texts().forEach(rows::text);
    if (key.time() instanceof Instant instant) {
      rows.instant(instant);
    } else {
      rows.date((LocalDate) key.time());
    }
    rows.text(key.partition());
    for (Measure measure : projection.measures().all()) {
      switch (measure.kind()) {
        case MONEY -> rows.decimal(cell.figures().amount(measure).value());
        case WHOLE -> rows.whole(cell.figures().number(measure));
      }
    }
    count++;
    if (rows.size() >= FULL) {
      try {
        send();
      } catch (SQLException e) {
        throw new Broken(e);
      }
    }
  }

  /** What tells cells from all others of their table, as PostgreSQL takes it. */
  static UUID[] ids(List<GoldKey> keys) {
    MessageDigest digest = Sha256.begin();
    return keys.stream().map(key -> uuid(id(key, digest))).toArray(UUID[]::new);
  }

  /** However long its texts are. */
  private static byte[] id(GoldKey key, MessageDigest digest) {
    for (String text : key.texts()) {
      byte[] bytes = text.getBytes(UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
      digest.update(bytes);
    }
    digest.update(key.time().toString().getBytes(UTF_8));
    return Arrays.copyOf(digest.digest(), UUID_BYTES);
  }

  private static UUID uuid(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  private void send() throws SQLException {
    copy.writeToCopy(rows.array(), 0, rows.size());
    rows.clear();
  }

  /** Carries a failure through whoever gives the cells. */
  private static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final SQLException why;

    Broken(SQLException why) {
      super(why);
      this.why = why;
    }
  }
}
