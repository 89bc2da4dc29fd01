package io.orderlake.application.correct;

import io.orderlake.application.correct.Claim.Kind;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.LinePosition;
import io.orderlake.domain.gold.Sale;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.money.Amount;
import io.orderlake.domain.order.ContentHash;
import io.orderlake.domain.order.rule.OrderRules;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.silver.Admission;
import io.orderlake.domain.silver.Cancellation;
import io.orderlake.domain.silver.Judgement;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.Verdict;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Says what a rebuild of Silver would come to: judges all of Bronze that Silver has read by the
 * rules in force, and holds what would be Silver's rows against those that are. Needs no runner and
 * changes nothing; memory does not grow with the lake.
 */
public final class ForeseeRebuild {
  private static final List<String> REASONS = OrderRules.codes().toJavaList();

  private final ForecastPorts ports;
  private final RecordRefiner refiner;

  /**
   * A forecast.
   *
   * @param refiner with the rules in force
   */
  public ForeseeRebuild(ForecastPorts ports, RecordRefiner refiner) {
    this.ports = ports;
    this.refiner = refiner;
  }

  /**
   * What a rebuild on top of that lake version comes to.
   *
   * @throws io.orderlake.domain.lake.LakeFailure when a table or the scratch space cannot be read
   *     or written
   */
  public RebuildForecast of(LakeVersion lake) {
    return of(lake, () -> {});
  }

  /**
   * Likewise, for somebody who may not wait for it.
   *
   * @param check called with each row that is read; throws to break it off
   */
  RebuildForecast of(LakeVersion lake, Runnable check) {
    long lines = lake.totals().lines();
    try (SpilledClaims events = new SpilledClaims(ports.scratch(), 2 * lines);
        SpilledClaims sources = new SpilledClaims(ports.scratch(), lines)) {
      return new Replay(lake, events, sources, check).forecast();
    }
  }

  private final class Replay {
    private final LakeVersion lake;
    private final SpilledClaims events;
    private final SpilledClaims sources;
    private final Runnable check;
    private final EffectTally in = new EffectTally();
    private final EffectTally out = new EffectTally();
    private long read;
    private long lines;
    private long refined;
    private long quarantined;
    private long halting;

    Replay(LakeVersion lake, SpilledClaims events, SpilledClaims sources, Runnable check) {
      this.lake = lake;
      this.events = events;
      this.sources = sources;
      this.check = check;
    }

    RebuildForecast forecast() {
      version(TableId.BRONZE_ORDERS)
          .forEach(v -> ports.bronze().parts(v).forEach(part -> part.forEach(this::replay)));
      version(TableId.SILVER_ORDERS)
          .forEach(v -> ports.silver().parts(v).forEach(part -> part.forEach(this::remember)));
      version(TableId.QUARANTINE)
          .forEach(v -> ports.quarantine().forEach(v, held -> sources.add(held(held))));
      events.forEachSubject(this::decide);
      sources.forEachSubject(this::tally);
      Conservation after =
          new Conservation(read, lines - read, refined, quarantined, lines - refined - quarantined);
      return new RebuildForecast(
          lake, refiner.rules().version(), after, in.effect(), out.effect(), halting);
    }

    private Option<Long> version(TableId table) {
      return lake.table(table).map(TableState::version);
    }

    private void remember(RefinedOrder row) {
      check.run();
      events.add(claim(stored(row), row));
    }

    private void replay(BronzeRecord record) {
      check.run();
      read++;
      Judgement judged = refiner.refine(record);
      lines += judged.verdicts().size();
      List<BronzeOrder> places = judged.places(record.order());
      for (int i = 0; i < places.size(); i++) {
        Verdict verdict = judged.verdicts().get(i);
        if (verdict instanceof Verdict.Accepted accepted) {
          events.add(claim(Kind.PASSES, accepted.order()));
        } else if (verdict instanceof Verdict.Cancels cancels) {
          events.add(cancels(cancels.cancellation()));
        } else if (verdict instanceof Verdict.Rejected rejected) {
          quarantined++;
          halting += rejected.halts() ? 1 : 0;
          sources.add(refused(Kind.REFUSED, places.get(i), bits(rejected.reasons())));
        }
      }
    }

    /** Which lines of an event are its rows, and whether they are so now. */
    private void decide(List<Claim> claims) {
      List<Claim> passing = inOrder(Kind.PASSES, claims);
      List<Claim> cancelling = inOrder(Kind.CANCELS, claims);
      decide(passing, of(Kind.ROW, claims));
      if (passing.isEmpty()) {
        cancelling.forEach(this::waits);
        decide(List.of(), of(Kind.WITHDRAWAL, claims));
      } else {
        decide(
            cancelling.stream().map(passing.get(0)::withdrawnBy).toList(),
            of(Kind.WITHDRAWAL, claims));
      }
    }

    private static List<Claim> inOrder(Kind kind, List<Claim> claims) {
      List<Claim> some = of(kind, claims);
      some.sort(Comparator.comparing(Claim::order));
      return some;
    }

    private void waits(Claim cancellation) {
      quarantined++;
      sources.add(
          refused(
              Kind.REFUSED,
              cancellation.order(),
              1L << REASONS.indexOf(OrderRules.CANCELLATION_WAITS)));
    }

    private void decide(List<Claim> passing, List<Claim> rows) {
      if (!passing.isEmpty()) {
        refined++;
        quarantined += passing.stream().filter(later -> isConflict(passing.get(0), later)).count();
      }
      Option<Claim> next = Option.of(passing.isEmpty() ? null : passing.get(0));
      rows.stream()
          .filter(row -> !next.exists(n -> isSame(n, row)))
          .forEach(row -> goes(row, passing));
      next.filter(n -> rows.stream().noneMatch(row -> isSame(n, row))).forEach(n -> comes(n, rows));
    }

    private void goes(Claim row, List<Claim> passing) {
      Option<Claim> still =
          Option.ofOptional(passing.stream().filter(c -> isOfSource(c, row)).findFirst());
      if (still.isEmpty()) {
        sources.add(moved(Kind.GOES, row));
      } else if (still.get().equals(passing.get(0))) {
        out.add(row.market(), row.figures(), List.of(RebuildForecast.CHANGED));
      } else {
        boolean conflict = isConflict(passing.get(0), still.get());
        out.add(
            row.market(),
            row.figures(),
            List.of(conflict ? OrderRules.DUPLICATE_CONFLICT : RebuildForecast.REPEAT));
      }
    }

    private void comes(Claim next, List<Claim> rows) {
      if (rows.stream().anyMatch(row -> isOfSource(row, next))) {
        in.add(next.market(), next.figures(), List.of(RebuildForecast.CHANGED));
      } else {
        sources.add(moved(Kind.COMES, next));
      }
    }

    /** What stood or stands against a line that moves. */
    private void tally(List<Claim> claims) {
      for (Claim claim : claims) {
        if (claim.kind() == Kind.GOES) {
          out.add(claim.market(), claim.figures(), reasons(of(Kind.REFUSED, claims)));
        } else if (claim.kind() == Kind.COMES) {
          in.add(claim.market(), claim.figures(), reasons(of(Kind.HELD, claims)));
        }
      }
    }
  }

  private static List<String> reasons(List<Claim> claims) {
    long bits = claims.stream().mapToLong(Claim::reasons).reduce(0, (a, b) -> a | b);
    List<String> codes =
        IntStream.range(0, REASONS.size())
            .filter(i -> (bits >>> i & 1) == 1)
            .mapToObj(REASONS::get)
            .toList();
    return codes.isEmpty() ? List.of(RebuildForecast.REPEAT) : codes;
  }

  private static long bits(List<QuarantineReason> reasons) {
    long bits = 0;
    for (QuarantineReason reason : reasons) {
      int number = REASONS.indexOf(reason.code());
      bits |= number < 0 ? 0 : 1L << number;
    }
    return bits;
  }

  private static List<Claim> of(Kind kind, List<Claim> claims) {
    List<Claim> some = new ArrayList<>(1);
    for (Claim claim : claims) {
      if (claim.kind() == kind) {
        some.add(claim);
      }
    }
    return some;
  }

  private static boolean isConflict(Claim first, Claim later) {
    return Admission.of(first.content(), later.content()) == Admission.CONFLICT;
  }

  private static boolean isOfSource(Claim one, Claim other) {
    return one.order().position().equals(other.order().position());
  }

  private static boolean isSame(Claim one, Claim other) {
    return isOfSource(one, other) && one.row().equals(other.row());
  }

  private static Claim claim(Kind kind, RefinedOrder order) {
    return new Claim(
        event(order.eventId()),
        kind,
        order.provenance().order(),
        order.contentHash(),
        row(order),
        Market.of(order),
        Effect.MEASURES.of(Sale.of(order)),
        0);
  }

  private static Kind stored(RefinedOrder row) {
    return row.isWithdrawal() ? Kind.WITHDRAWAL : Kind.ROW;
  }

  private static Claim cancels(Cancellation cancellation) {
    return new Claim(
        event(cancellation.eventId()),
        Kind.CANCELS,
        cancellation.provenance().order(),
        Claim.NOTHING,
        Claim.NOTHING,
        Market.UNKNOWN,
        Effect.MEASURES.zero(),
        0);
  }

  private static ContentHash event(String eventId) {
    return ContentHash.of("event", eventId);
  }

  /** Of a withdrawal that of the row that it takes back. */
  private static ContentHash row(RefinedOrder order) {
    Amount converted = order.converted();
    int sign = order.isWithdrawal() ? -1 : 1;
    return ContentHash.of(
        order.contentHash().toString(), converted == null ? "" : converted.times(sign).plain());
  }

  private static Claim moved(Kind kind, Claim row) {
    return new Claim(
        subject(row.order().position()),
        kind,
        row.order(),
        row.content(),
        row.row(),
        row.market(),
        row.figures(),
        0);
  }

  private static Claim held(QuarantinedRecord held) {
    return refused(Kind.HELD, held.order(), bits(held.reasons()));
  }

  private static Claim refused(Kind kind, BronzeOrder place, long reasons) {
    return new Claim(
        subject(place.position()),
        kind,
        place,
        Claim.NOTHING,
        Claim.NOTHING,
        Market.UNKNOWN,
        Effect.MEASURES.zero(),
        reasons);
  }

  private static ContentHash subject(LinePosition position) {
    return ContentHash.of(
        position.source().topic(),
        Integer.toString(position.source().partition()),
        Long.toString(position.source().offset()),
        Integer.toString(position.line()));
  }
}
