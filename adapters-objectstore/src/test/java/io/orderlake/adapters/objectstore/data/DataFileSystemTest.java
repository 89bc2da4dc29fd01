package io.orderlake.adapters.objectstore.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.adapters.objectstore.server.FaultProxy;
import io.orderlake.adapters.objectstore.server.S3Server;
import io.orderlake.adapters.objectstore.server.SharedS3Server;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.s3a.S3AFileSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class DataFileSystemTest {
  @TempDir static Path dir;

  @RegisterExtension static final SharedS3Server S3 = new SharedS3Server(() -> dir);

  private FaultProxy proxy;
  private FileSystem files;
  private FileSystem others;
  private S3AFileSystem store;
  private String folder;

  @BeforeEach
  void open(TestInfo test) throws IOException {
    proxy = FaultProxy.before(S3.server().endpoint());
    files = opened();
    others = opened();
    store = S3.server().open(S3.server().settings());
    folder = "/" + test.getTestMethod().orElseThrow().getName() + "/";
  }

  /** With a client of its own: the one that Hadoop keeps has the first test's proxy. */
  private FileSystem opened() throws IOException {
    Configuration configuration = new Configuration();
    S3Server.settings(proxy.endpoint()).forEach(configuration::set);
    configuration.set("fs.s3a.impl.disable.cache", "true");
    DataFileSystem opened = new DataFileSystem();
    opened.initialize(
        java.net.URI.create(DataFileSystem.MARK + S3.server().root("")), configuration);
    return opened;
  }

  @AfterEach
  void close() throws IOException {
    store.close();
    proxy.close();
  }

  @Test
  void a_small_file_is_one_request_for_who_writes_and_two_for_who_reads_it() throws IOException {
    byte[] content = content(10_000);
    proxy.counted();
    write(files, "small", content);
    assertThat(proxy.counted()).isEqualTo(Map.of("PUT", 1));
    assertThat(files.getFileStatus(path("small")).getLen()).isEqualTo(10_000);
    assertThat(read(files, "small")).isEqualTo(content);
    assertThat(proxy.counted()).isEmpty();

    assertThat(read(others, "small")).isEqualTo(content);
    assertThat(read(others, "small")).isEqualTo(content);
    assertThat(proxy.counted()).isEqualTo(Map.of("HEAD", 1, "GET", 1));
    assertThat(read(store, "small")).isEqualTo(content);
  }

  @Test
  void a_large_file_is_what_it_is_to_everybody() throws IOException {
    byte[] content = content(DataFileSystem.SMALL * 2 + 7);
    write(files, "large", content);
    assertThat(read(files, "large")).isEqualTo(content);
    assertThat(read(others, "large")).isEqualTo(content);
    assertThat(read(store, "large")).isEqualTo(content);
  }

  @Test
  void a_file_that_is_not_there_is_missing() {
    assertThatThrownBy(() -> files.getFileStatus(path("none")))
        .isInstanceOf(FileNotFoundException.class);
    assertThatThrownBy(() -> read(files, "none")).isInstanceOf(FileNotFoundException.class);
  }

  @Test
  void a_file_that_was_removed_is_forgotten() throws IOException {
    write(files, "gone", content(10));
    assertThat(files.delete(path("gone"), false)).isTrue();
    assertThatThrownBy(() -> read(files, "gone")).isInstanceOf(FileNotFoundException.class);
  }

  @Test
  void a_file_of_a_listing_is_one_request_as_long_as_it_is_the_same() throws IOException {
    byte[] content = content(1_000);
    write(store, "listed", content);
    proxy.counted();

    assertThat(others.getFileStatus(path("listed/_told/1000-7")).getLen()).isEqualTo(1_000);
    assertThat(read(others, "listed/_told/1000-7")).isEqualTo(content);
    assertThat(read(others, "listed/_told/1000-7")).isEqualTo(content);
    assertThat(proxy.counted()).isEqualTo(Map.of("GET", 1));

    byte[] another = content(900);
    store.delete(new org.apache.hadoop.fs.Path(folder + "listed"), false);
    write(store, "listed", another);
    assertThat(read(others, "listed/_told/900-8")).isEqualTo(another);
  }

  @Test
  void a_file_that_was_only_heard_of_is_looked_for_each_time() throws IOException {
    write(store, "heard", content(1_000));
    proxy.counted();

    assertThat(read(others, "heard/_told/1000-0")).hasSize(1_000);
    assertThat(proxy.counted()).isEqualTo(Map.of("GET", 1));

    store.delete(new org.apache.hadoop.fs.Path(folder + "heard"), false);
    assertThatThrownBy(() -> read(others, "heard/_told/1000-0"))
        .isInstanceOf(FileNotFoundException.class)
        .hasMessageEndingWith("/heard");
  }

  @Test
  void a_large_file_that_is_told_of_is_read_in_parts() throws IOException {
    byte[] content = content(DataFileSystem.SMALL * 2 + 7);
    write(store, "large", content);

    assertThat(read(others, "large/_told/" + content.length + "-7")).isEqualTo(content);
  }

  @Test
  void a_file_of_another_length_than_was_told_is_cut_short() throws IOException {
    write(store, "cut", content(1_000));

    assertThatThrownBy(() -> read(others, "cut/_told/1001-7"))
        .isInstanceOf(EOFException.class)
        .hasMessageContaining("has 1000 bytes, and 1001 are told of it");
  }

  @Test
  void any_part_is_read_from_where_it_lies() throws IOException {
    byte[] content = content(1_000);
    write(files, "parts", content);
    try (FSDataInputStream in = files.open(path("parts"))) {
      in.seek(990);
      assertThat(in.readAllBytes()).hasSize(10).endsWith(content[999]);
      assertThat(in.read()).isEqualTo(-1);
      byte[] some = new byte[20];
      in.readFully(100, some);
      assertThat(some).startsWith(content[100]).endsWith(content[119]);
      assertThatThrownBy(() -> in.seek(1_001)).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void what_was_seen_long_ago_is_asked_for_again() throws IOException {
    KeptFiles kept = new KeptFiles();
    for (int file = 0; file < 40; file++) {
      kept.keep("file-" + file, new byte[DataFileSystem.SMALL]);
    }
    assertThat(kept.content("file-0")).isEmpty();
    assertThat(kept.length("file-0")).contains((long) DataFileSystem.SMALL);
    assertThat(kept.content("file-39")).isNotEmpty();
  }

  private static byte[] content(int length) {
    byte[] content = new byte[length];
    new Random(length).nextBytes(content);
    return content;
  }

  private org.apache.hadoop.fs.Path path(String name) {
    return new org.apache.hadoop.fs.Path(folder + name);
  }

  private void write(FileSystem to, String name, byte[] content) throws IOException {
    try (FSDataOutputStream out = to.create(path(name), false)) {
      out.write(content, 0, 100 % (content.length + 1));
      out.write(content, 100 % (content.length + 1), content.length - 100 % (content.length + 1));
    }
  }

  private byte[] read(FileSystem from, String name) throws IOException {
    try (FSDataInputStream in = from.open(path(name))) {
      return in.readAllBytes();
    }
  }
}
