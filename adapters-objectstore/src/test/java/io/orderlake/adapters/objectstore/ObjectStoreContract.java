package io.orderlake.adapters.objectstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.adapters.objectstore.server.FaultProxy;
import io.orderlake.adapters.objectstore.server.FaultProxy.Treatment;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What holds for every store, whatever becomes of requests and answers. */
public abstract class ObjectStoreContract {
  private FaultProxy proxy;
  private FileSystem fileSystem;
  private ObjectStore store;
  private String prefix;

  /** Where the store's server is. */
  protected abstract URI server();

  /** Its bucket, by whom nobody else uses, through that place. */
  protected abstract FileSystem open(URI through);

  /** The store that is behind it. */
  protected abstract ObjectStore storeOf(FileSystem opened) throws IOException;

  @BeforeEach
  void open(TestInfo test) throws IOException {
    proxy = FaultProxy.before(server());
    fileSystem = open(proxy.endpoint());
    store = storeOf(fileSystem);
    prefix = test.getTestMethod().orElseThrow().getName() + "/";
  }

  @AfterEach
  void close() throws IOException {
    fileSystem.close();
    proxy.close();
  }

  @Test
  void a_new_object_is_read_as_it_was_put_and_not_replaced() throws IOException {
    assertThat(store.get(prefix + "a")).isEmpty();
    assertThat(store.putNew(prefix + "a", bytes("first"))).isTrue();
    assertThat(store.putNew(prefix + "a", bytes("second"))).isFalse();
    assertThat(store.get(prefix + "a").map(ObjectStoreContract::text)).contains("first");
  }

  @Test
  void who_puts_the_same_content_again_has_not_put_it() throws IOException {
    assertThat(store.putNew(prefix + "a", bytes("same"))).isTrue();
    assertThat(store.putNew(prefix + "a", bytes("same"))).isFalse();
  }

  @Test
  void an_object_is_replaced_and_removed_as_often_as_somebody_says_so() throws IOException {
    store.put(prefix + "a", bytes("first"));
    store.put(prefix + "a", bytes("second"));
    assertThat(store.get(prefix + "a").map(ObjectStoreContract::text)).contains("second");
    store.delete(prefix + "a");
    store.delete(prefix + "a");
    assertThat(store.get(prefix + "a")).isEmpty();
    assertThat(store.putNew(prefix + "a", bytes("third"))).isTrue();
  }

  @Test
  void names_are_listed_from_one_on_without_those_of_deeper_folders() throws IOException {
    for (String name : new String[] {"b", "a", "c.json", "c", "below/d", "z"}) {
      store.put(prefix + name, bytes(name));
    }
    assertThat(store.list(prefix, "").map(StoredObject::name))
        .containsExactly("a", "b", "c", "c.json", "z");
    assertThat(store.list(prefix, "c").map(StoredObject::name)).containsExactly("c", "c.json", "z");
    assertThat(store.list(prefix, "bb").map(StoredObject::name))
        .containsExactly("c", "c.json", "z");
    assertThat(store.list(prefix, "zz")).isEmpty();
    assertThat(store.list(prefix, "c.json").head().size()).isEqualTo(6);
  }

  @Test
  void more_than_a_page_is_listed_whole() throws IOException {
    for (int i : IntStream.range(0, 1_003).toArray()) {
      store.put(prefix + (1_000 + i), bytes("x"));
    }
    assertThat(requests()).isPositive();
    assertThat(store.list(prefix, "").map(StoredObject::name).toJavaList())
        .hasSize(1_003)
        .isSorted();
    assertThat(requests()).isEqualTo(2);
    assertThat(store.list(prefix, "2001")).hasSize(2);
    assertThat(requests()).isEqualTo(1);
  }

  @Test
  void each_call_is_one_request() throws IOException {
    store.put(prefix + "first", bytes("x"));
    assertThat(requests()).isPositive();
    store.putNew(prefix + "a", bytes("x"));
    assertThat(requests()).isEqualTo(1);
    store.put(prefix + "a", bytes("y"));
    assertThat(requests()).isEqualTo(1);
    store.get(prefix + "a");
    store.get(prefix + "b");
    assertThat(requests()).isEqualTo(2);
    store.delete(prefix + "a");
    assertThat(requests()).isEqualTo(1);
  }

  @Test
  void a_put_whose_answer_is_lost_has_succeeded() throws IOException {
    proxy.treat(first(new Treatment.AnswerLost()));
    assertThat(store.putNew(prefix + "a", bytes("mine"))).isTrue();
    assertThat(store.putNew(prefix + "a", bytes("other"))).isFalse();
    assertThat(store.get(prefix + "a").map(ObjectStoreContract::text)).contains("mine");
  }

  @Test
  void a_put_whose_refusal_is_lost_has_not_succeeded() throws IOException {
    store.putNew(prefix + "a", bytes("others"));
    proxy.treat(first(new Treatment.AnswerLost()));
    assertThat(store.putNew(prefix + "a", bytes("mine"))).isFalse();
  }

  @Test
  void a_conflict_an_overload_and_a_failure_are_tried_again() throws IOException {
    proxy.treat(first(new Treatment.Answered(409, "ConditionalRequestConflict")));
    assertThat(store.putNew(prefix + "conflict", bytes("mine"))).isTrue();
    proxy.treat(first(new Treatment.Answered(503, "SlowDown")));
    assertThat(store.putNew(prefix + "slow", bytes("mine"))).isTrue();
    proxy.treat(first(new Treatment.Answered(500, "InternalError")));
    assertThat(store.putNew(prefix + "failed", bytes("mine"))).isTrue();
  }

  @Test
  void a_conflict_with_a_put_that_won_is_a_refusal() throws IOException {
    store.putNew(prefix + "a", bytes("others"));
    proxy.treat(first(new Treatment.Answered(409, "ConditionalRequestConflict")));
    assertThat(store.putNew(prefix + "a", bytes("mine"))).isFalse();
  }

  @Test
  void a_store_that_knows_no_condition_is_not_taken_for_one_that_does() {
    proxy.treat(request -> new Treatment.Answered(501, "NotImplemented"));
    assertThatThrownBy(() -> store.putNew(prefix + "a", bytes("mine")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("NotImplemented");
  }

  /** How many there were since the last call. */
  private int requests() {
    return proxy.counted().values().stream().mapToInt(count -> count).sum();
  }

  /** The first put on condition. */
  private static Function<FaultProxy.Request, Treatment> first(Treatment how) {
    AtomicInteger conditional = new AtomicInteger();
    return request ->
        request.isConditional() && conditional.getAndIncrement() == 0
            ? how
            : new Treatment.Passed();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, UTF_8);
  }
}
