package io.orderlake.adapters.objectstore.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.adapters.objectstore.ObjectStore;
import io.orderlake.adapters.objectstore.StoredObject;
import io.orderlake.adapters.objectstore.s3.S3Objects;
import io.orderlake.adapters.objectstore.server.SharedS3Server;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.fs.s3a.S3AFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class StoreRaceTest {
  @TempDir static Path dir;

  @RegisterExtension static final SharedS3Server S3 = new SharedS3Server(() -> dir);

  @Test
  void a_store_that_decides_is_admitted_and_left_as_it_was() throws IOException {
    try (S3AFileSystem fileSystem = S3.server().open(S3.server().settings())) {
      ObjectStore store = new S3Objects(fileSystem);
      assertThat(new StoreRace(store, "admitted/").run()).isEmpty();
      assertThat(fileSystem.exists(new org.apache.hadoop.fs.Path("/admitted"))).isFalse();
    }
  }

  @Test
  void a_store_that_looks_first_and_puts_then_is_refused() throws IOException {
    try (S3AFileSystem fileSystem = S3.server().open(S3.server().settings())) {
      ObjectStore store = new LooksFirst(new S3Objects(fileSystem));
      assertThat(store.putNew("polite/a", new byte[1])).isTrue();
      assertThat(store.putNew("polite/a", new byte[2])).isFalse();
      assertThat(new StoreRace(store, "refused/").run().get())
          .startsWith("of 16 who put one new object at once ")
          .endsWith(" were told that theirs is there");
      assertThat(store.list("refused/", "")).isEmpty();
    }
  }

  /** How stores without a conditional put, and clients that do not use one, refuse a key. */
  private record LooksFirst(ObjectStore store) implements ObjectStore {
    @Override
    public boolean putNew(String key, byte[] content) throws IOException {
      if (store.get(key).isDefined()) {
        return false;
      }
      store.put(key, content);
      return true;
    }

    @Override
    public void put(String key, byte[] content) throws IOException {
      store.put(key, content);
    }

    @Override
    public Option<byte[]> get(String key) throws IOException {
      return store.get(key);
    }

    @Override
    public List<StoredObject> list(String prefix, String from) throws IOException {
      return store.list(prefix, from);
    }

    @Override
    public void delete(String key) throws IOException {
      store.delete(key);
    }
  }
}
