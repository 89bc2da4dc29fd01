package io.orderlake.domain.run;

import io.orderlake.domain.failure.Verdict;
import io.orderlake.domain.lake.TableId;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;

/**
 * Why a run failed, in terms its requester can act on.
 *
 * <table>
 * <caption>What each category means for whoever asked</caption>
 * <tr><th>category</th><th>retryable</th><th>exit code</th><th>what to do</th></tr>
 * <tr><td>INFRASTRUCTURE</td><td>yes</td><td>75</td><td>ask again; look at the runner's log if it stays</td></tr>
 * <tr><td>CORRUPTION</td><td>no</td><td>74</td><td>repair or restore what the message names</td></tr>
 * <tr><td>CONSERVATION</td><td>no</td><td>70</td><td>nothing was published; report it with the message</td></tr>
 * <tr><td>RULE</td><td>no</td><td>65</td><td>a rule of severity FAIL was broken; correct the source or the severity</td></tr>
 * <tr><td>REQUEST</td><td>no</td><td>64</td><td>correct the request</td></tr>
 * <tr><td>INTERNAL</td><td>no</td><td>70</td><td>a defect; report it with the runner's log</td></tr>
 * </table>
 *
 * @param category what kind of failure
 * @param message what was attempted, what went wrong, what to do; no secret
 * @param differences of an audit, in how many rows, cells, offsets or sums a table differs from
 *     what Bronze gives, by the tables that do; empty of other runs, and of audits that ended
 *     before this was recorded
 */
public record RunFailure(Category category, String message, SortedMap<TableId, Long> differences) {
  /** One that found no differences. */
  public RunFailure(Category category, String message) {
    this(category, message, TreeMap.empty());
  }

  /**
   * The kinds of failure; retryable and exit code follow from the kind. Three of them are what the
   * {@link Verdict} on a broken machine, store or program makes of a run; the others are refusals.
   */
  public enum Category {
    INFRASTRUCTURE(true, 75, "it may pass by itself; look at the runner's log if it stays"),
    CORRUPTION(false, 74, "repair or restore what is named there"),
    CONSERVATION(false, 70, "nothing was published; report it with the runner's log"),
    RULE(false, 65, "correct the source of the events, or the rule's severity"),
    REQUEST(false, 64, "correct the request"),
    INTERNAL(false, 70, "this is a defect; report it with the runner's log");

    private final boolean retryable;
    private final int exitCode;
    private final String nextStep;

    Category(boolean retryable, int exitCode, String nextStep) {
      this.retryable = retryable;
      this.exitCode = exitCode;
      this.nextStep = nextStep;
    }

    /** What a run has failed by that met a cause of that verdict. */
    public static Category of(Verdict verdict) {
      return switch (verdict) {
        case PASSING -> INFRASTRUCTURE;
        case LASTING -> CORRUPTION;
        case DEFECT -> INTERNAL;
      };
    }

    /** The same work may succeed later, under a new run id. */
    public boolean retryable() {
      return retryable;
    }

    /** After sysexits.h. */
    public int exitCode() {
      return exitCode;
    }
  }

  public boolean retryable() {
    return category.retryable;
  }

  /** What a person can do about it, as part of a sentence. */
  public String nextStep() {
    return category.nextStep;
  }

  /** After sysexits.h. */
  public int exitCode() {
    return category.exitCode;
  }
}
