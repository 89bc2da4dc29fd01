package io.orderlake.application.lake;

import io.orderlake.domain.gold.GoldKey;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldProjections;
import io.orderlake.domain.gold.GoldView;
import io.orderlake.domain.lake.LakeProperties;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.silver.SilverView;
import io.vavr.Tuple2;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/**
 * What the stored tables tell of a lake's properties: of a lake that was written when nobody wrote
 * them down.
 */
final class LakeTraces {
  /** ISO 4217's code for that. */
  private static final String NO_CURRENCY = "XXX";

  /** By Gold table, one key for each partition and time that there is; the text says nothing. */
  private final Map<String, Seq<GoldKey>> cells = new HashMap<>();

  private final SortedMap<String, Long> currencies;

  private LakeTraces(SortedMap<String, Long> currencies) {
    this.currencies = currencies;
  }

  /** Those of a published lake version; reads all of Gold and two columns of Silver. */
  static LakeTraces of(LakeVersion lake, GoldView gold, SilverView silver) {
    LakeTraces traces =
        new LakeTraces(
            lake.table(TableId.SILVER_ORDERS)
                .map(state -> silver.currencies(state.version()))
                .getOrElse(TreeMap::empty));
    for (GoldProjection table : GoldProjections.in(cutIn(ZoneOffset.UTC))) {
      for (TableState state : lake.table(TableId.gold(table.table()))) {
        Map<GoldKey, GoldKey> keys = new HashMap<>();
        gold.forEach(
            table,
            state.version(),
            cell -> {
              GoldKey key = cell.key();
              keys.putIfAbsent(new GoldKey(key.partition(), java.util.List.of(), key.time()), key);
            });
        traces.cells.put(table.table(), Vector.ofAll(keys.values()).sorted());
      }
    }
    return traces;
  }

  /** A stored cell that cannot have been cut in that zone; none when all of them may have been. */
  Option<String> cellNotOf(ZoneId zone) {
    for (GoldProjection table : GoldProjections.in(cutIn(zone))) {
      for (GoldKey key : cells.getOrDefault(table.table(), List.empty())) {
        if (!table.mayHave(key)) {
          return Option.some(
              "%s '%s', %s %s, which lies under %s %s"
                  .formatted(
                      table.textColumns().get(0),
                      key.title(),
                      table.time().name(),
                      key.time(),
                      table.partitionColumn(),
                      key.partition()));
        }
      }
    }
    return Option.none();
  }

  /** What currency the cells are in does not matter here. */
  private static LakeProperties cutIn(ZoneId zone) {
    return new LakeProperties(zone, NO_CURRENCY);
  }

  /** The zones with a name of their own that all stored cells may have been cut in. */
  Seq<ZoneId> fittingZones() {
    return List.ofAll(ZoneId.getAvailableZoneIds())
        .filter(id -> id.equals("UTC") || (id.contains("/") && !id.startsWith("Etc/")))
        .sorted()
        .map(ZoneId::of)
        .filter(zone -> cellNotOf(zone).isEmpty());
  }

  /** The currencies of Silver's rows. */
  Seq<String> currencies() {
    return currencies.keySet().toVector();
  }

  /** The currency of the row that came last. */
  Option<String> newestCurrency() {
    return currencies.toVector().maxBy(currency -> currency._2).map(Tuple2::_1);
  }
}
