package io.orderlake.bootstrap.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.adapters.objectstore.server.FaultProxy;
import io.orderlake.adapters.objectstore.server.FaultProxy.Request;
import io.orderlake.adapters.objectstore.server.FaultProxy.Treatment;
import io.orderlake.adapters.objectstore.server.SharedGcsServer;
import io.orderlake.adapters.objectstore.server.SharedS3Server;
import io.orderlake.adapters.objectstore.server.StoreServer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The network loses answers of a store, each put's in turn: what was done is found out. */
class LostAnswersOfRunsTest {
  @TempDir static Path dir;

  @RegisterExtension static final SharedS3Server S3 = new SharedS3Server(() -> dir.resolve("s3"));

  @RegisterExtension
  static final SharedGcsServer GCS = new SharedGcsServer(() -> dir.resolve("gcs"));

  /** A step of a lake's work, as often as it has puts that could lose theirs. */
  private interface Step {
    void run() throws Exception;
  }

  @Test
  void whichever_put_of_a_run_loses_its_answer_nothing_is_lost_and_nothing_is_there_twice()
      throws Exception {
    try (FaultProxy proxy = FaultProxy.before(S3.server().endpoint());
        StoredLake lake = open(S3.server(), proxy)) {
      int lost = 0;
      lost += eachPut(proxy, () -> {}, () -> lake.store(40));
      lake.silver();
      lost += eachPut(proxy, () -> lake.store(40), lake::silver);
      lake.gold();
      lost += eachPut(proxy, () -> refined(lake), lake::gold);
      lost += eachPut(proxy, () -> {}, lake::rebuild);
      lost += eachPut(proxy, () -> lake.store(40), lake::compact);
      assertThat(lost).isGreaterThan(35);
      assertIsRight(lake);
    }
  }

  @Test
  void nor_is_it_on_googles_store() throws Exception {
    try (FaultProxy proxy = FaultProxy.before(GCS.server().endpoint());
        StoredLake lake = open(GCS.server(), proxy)) {
      int lost = eachPut(proxy, () -> {}, () -> lake.store(40));
      lake.silver();
      lost += eachPut(proxy, () -> lake.store(40), lake::silver);
      assertThat(lost).isGreaterThan(8);
      assertIsRight(lake);
    }
  }

  private static StoredLake open(StoreServer server, FaultProxy proxy) {
    Path here = dir.resolve(server.getClass().getSimpleName());
    return StoredLake.open(server.settingsThrough(proxy.endpoint()), server.root("lost"), here);
  }

  private static void assertIsRight(StoredLake lake) {
    lake.silver();
    lake.gold();
    assertThat(lake.latest().totals().read()).isEqualTo(lake.stored());
    assertThat(lake.audit().differences()).isEmpty();
    assertThat(lake.audit().figures().replayed().read()).isEqualTo(lake.stored());
  }

  private static void refined(StoredLake lake) {
    lake.store(40);
    lake.silver();
  }

  /** Runs the step until it has no further put; the first time its first loses its answer. */
  private static int eachPut(FaultProxy proxy, Step prepare, Step step) throws Exception {
    int number = 0;
    AtomicInteger lost = new AtomicInteger();
    do {
      prepare.run();
      lost.set(0);
      proxy.treat(losing(number++, lost));
      step.run();
      proxy.treat(request -> new Treatment.Passed());
    } while (lost.get() > 0);
    return number - 1;
  }

  private static Function<Request, Treatment> losing(int number, AtomicInteger lost) {
    AtomicInteger put = new AtomicInteger();
    return request ->
        isPut(request) && put.getAndIncrement() == number ? lose(lost) : new Treatment.Passed();
  }

  private static boolean isPut(Request request) {
    return request.method().equals("PUT") || request.target().startsWith("/upload/");
  }

  private static Treatment lose(AtomicInteger lost) {
    lost.incrementAndGet();
    return new Treatment.AnswerLost();
  }
}
