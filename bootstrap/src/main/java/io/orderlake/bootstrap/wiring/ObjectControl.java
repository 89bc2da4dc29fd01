package io.orderlake.bootstrap.wiring;

import io.orderlake.adapters.delta.lake.UnnamedUser;
import io.orderlake.adapters.filesystem.lake.LakePlace;
import io.orderlake.adapters.objectstore.ControlPlace;
import io.orderlake.adapters.objectstore.lake.EpochBarrier;
import io.orderlake.adapters.objectstore.lake.ObjectLakeRegister;
import io.orderlake.adapters.objectstore.lake.ObjectLakeVersions;
import io.orderlake.adapters.objectstore.run.ObjectJournalReader;
import io.orderlake.adapters.objectstore.run.ObjectKeptFold;
import io.orderlake.adapters.objectstore.run.ObjectLeaderLock;
import io.orderlake.adapters.objectstore.run.ObjectRequestQueue;
import io.orderlake.adapters.objectstore.run.ObjectResultOutbox;
import io.orderlake.adapters.objectstore.run.ObjectRunJournal;
import io.orderlake.adapters.objectstore.run.ObjectRunRequests;
import io.orderlake.adapters.objectstore.run.ObjectTriggerInbox;
import io.orderlake.adapters.objectstore.schema.ObjectKeptSchemas;
import io.orderlake.adapters.objectstore.schema.StoredSchemas;
import io.orderlake.adapters.objectstore.stores.Stores;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.domain.lake.LakeRegister;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.run.JournalReader;
import io.orderlake.domain.run.KeptFold;
import io.orderlake.domain.run.LeaderLock;
import io.orderlake.domain.run.RequestQueue;
import io.orderlake.domain.run.ResultOutbox;
import io.orderlake.domain.run.RunJournal;
import io.orderlake.domain.run.RunRequests;
import io.orderlake.domain.run.TriggerInbox;
import io.orderlake.domain.schema.KeptSchemas;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.InstantSource;

/** As objects in the lake's bucket. */
final class ObjectControl implements ControlPlane {
  /** Each look for requests or for a result is a request of the store's. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final ControlPlace place;
  private final StoredSchemas schemas;
  private final ObjectLeaderLock leaderLock;

  ObjectControl(LakehouseConfig config) {
    UnnamedUser.logIn();
    String root = config.store().get();
    Map<String, String> settings = TablePlace.hadoop(config);
    this.place = new ControlPlace(Stores.open(root, settings), Stores.prefix(root));
    this.schemas = new StoredSchemas(root, settings);
    this.leaderLock =
        new ObjectLeaderLock(
            place, new EpochBarrier(versions(), InstantSource.system()), ObjectLeaderLock.SILENCE);
  }

  @Override
  public LakePlace look() {
    return register().read().isDefined()
        ? new LakePlace(Option.none(), false)
        : new LakePlace(Option.some("there is no " + place.shown(ObjectLakeRegister.NAME)), false);
  }

  @Override
  public LakeRegister register() {
    return new ObjectLakeRegister(place);
  }

  @Override
  public String registerPlace() {
    return place.shown(ObjectLakeRegister.NAME);
  }

  @Override
  public LakeVersions versions() {
    return new ObjectLakeVersions(place);
  }

  @Override
  public RunJournal journal() {
    return new ObjectRunJournal(place);
  }

  @Override
  public JournalReader journalReader() {
    return new ObjectJournalReader(place);
  }

  @Override
  public KeptFold keptFold() {
    return new ObjectKeptFold(place);
  }

  @Override
  public RunRequests requests() {
    return new ObjectRunRequests(place, LOOK);
  }

  @Override
  public String requestsPlace() {
    return place.below("triggers/pending").shown("");
  }

  @Override
  public RequestQueue queue() {
    return new ObjectRequestQueue(place);
  }

  @Override
  public ResultOutbox outbox() {
    return new ObjectResultOutbox(place);
  }

  @Override
  public LeaderLock leaderLock() {
    return leaderLock;
  }

  @Override
  public Duration silence() {
    return ObjectLeaderLock.SILENCE;
  }

  @Override
  public TriggerInbox inbox(Resources resources) {
    return new ObjectTriggerInbox(place, LOOK, leaderLock::epoch);
  }

  @Override
  public KeptSchemas schemas() {
    return new ObjectKeptSchemas(schemas);
  }
}
