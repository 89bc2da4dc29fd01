package io.orderlake.adapters.objectstore.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.adapters.objectstore.ControlPlace;
import io.orderlake.adapters.objectstore.lake.ObjectLakeVersions;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.JournalEvent;
import io.orderlake.domain.run.JournalReader;
import io.orderlake.domain.run.RunEvent;
import io.orderlake.domain.run.RunResult;
import io.orderlake.domain.run.RunState;
import io.vavr.collection.List;
import io.vavr.collection.Vector;

/**
 * What a lake says of a run: one version, one end in the journal, one result, and all agree; or
 * nothing at all.
 */
final class OneEffect {
  private OneEffect() {}

  static void assertOf(RunId id, ControlPlace control, String as) {
    List<LakeVersion> effects = effects(id, control);
    assertThat(effects).as(as).hasSize(1);
    RunResult result = new ObjectResultOutbox(control).find(id).get();
    assertThat(result.outcome().map(outcome -> outcome.lakeVersion()))
        .as("%s: %s", as, result)
        .contains(effects.head().number());
    var history = new ObjectRunJournal(control).history(id);
    assertThat(history.filter(RunEvent.RunSucceeded.class::isInstance)).as(as).hasSize(1);
    assertThat(history.filter(RunEvent.RunFailed.class::isInstance)).as(as).isEmpty();
    assertThat(RunState.fold(id, history).get().outcome()).as(as).containsExactly(result);
    assertThat(journal(control).map(JournalEvent::epoch).toJavaList()).as(as).isSorted();
  }

  static void assertNone(RunId id, ControlPlace control, String as) {
    assertThat(effects(id, control)).as(as).isEmpty();
    assertThat(new ObjectResultOutbox(control).find(id)).as(as).isEmpty();
    assertThat(new ObjectRunJournal(control).history(id)).as(as).isEmpty();
  }

  private static List<LakeVersion> effects(RunId id, ControlPlace control) {
    LakeVersions versions = new ObjectLakeVersions(control);
    return List.rangeClosed(1, versions.latest().number())
        .flatMap(versions::version)
        .filter(version -> version.publishedBy().equals(id));
  }

  static void assertNothingWaits(ControlPlace control, String as) {
    for (String folder : List.of("pending", "claimed", "rejected")) {
      assertThat(control.below("triggers/" + folder).list("")).as("%s: %s", as, folder).isEmpty();
    }
  }

  private static Vector<JournalEvent> journal(ControlPlace control) {
    JournalReader reader = new ObjectJournalReader(control);
    Vector<JournalEvent> all = Vector.empty();
    JournalReader.Page page = reader.after(0);
    while (page.events().nonEmpty()) {
      all = all.appendAll(page.events());
      page = reader.after(page.last());
    }
    return all;
  }
}
