package io.orderlake.adapters.filesystem.run;

import static io.orderlake.application.contract.Runs.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.contract.TriggerInboxContract;
import io.orderlake.domain.run.RunRequests;
import io.orderlake.domain.run.Trigger;
import io.orderlake.domain.run.TriggerInbox;
import io.orderlake.protocol.run.RequestJson;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTriggerInboxTest extends TriggerInboxContract {
  @TempDir Path data;
  private final ArrayList<FileTriggerInbox> opened = new ArrayList<>();

  @AfterEach
  void closeAll() {
    opened.forEach(FileTriggerInbox::close);
  }

  @Override
  protected TriggerInbox open() {
    FileTriggerInbox inbox = new FileTriggerInbox(RunDirectories.under(data));
    opened.add(inbox);
    return inbox;
  }

  @Override
  protected RunRequests requester() {
    return new FileRunRequests(RunDirectories.under(data));
  }

  @Override
  protected void plantMalformed(String file) {
    try {
      Files.writeString(pending(file), "{\"protocol\":1,");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected Seq<String> rejectedReasons() {
    try (DirectoryStream<Path> reasons =
        Files.newDirectoryStream(data.resolve("triggers/rejected"), "*.reason.txt")) {
      List<String> texts = List.empty();
      for (Path reason : reasons) {
        assertThat(
                reason.resolveSibling(reason.getFileName().toString().replace(".reason.txt", "")))
            .exists();
        texts = texts.append(Files.readString(reason).strip());
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void a_symbolic_link_is_refused_and_moved_without_being_followed() throws IOException {
    Path secret = Files.write(data.resolve("secret.json"), RequestJson.write(request("a")));
    Files.createSymbolicLink(pending("a.json"), secret);

    assertThat(rejectFirst()).contains("symbolic link");
    assertThat(data.resolve("triggers/rejected/a.json")).isSymbolicLink();
    assertThat(secret).exists();
  }

  @Test
  void a_directory_is_refused() throws IOException {
    Files.createDirectory(pending("a.json"));

    assertThat(rejectFirst()).contains("a directory");
  }

  @Test
  void a_file_over_64_KiB_is_refused() throws IOException {
    Files.writeString(pending("a.json"), " ".repeat(64 * 1024 + 1));

    assertThat(rejectFirst()).contains("65536 bytes");
  }

  @Test
  void a_name_that_is_no_run_id_is_refused() throws IOException {
    Files.write(pending("a b.json"), RequestJson.write(request("a")));
    assertThat(rejectFirst()).contains("not a run id");

    Files.write(pending("a.txt"), RequestJson.write(request("a")));
    assertThat(rejectFirst()).contains(".json");
  }

  @Test
  void a_name_other_than_the_run_id_within_is_refused() throws IOException {
    Files.write(pending("b.json"), RequestJson.write(request("a")));

    assertThat(rejectFirst()).contains("'a'").contains("'b'");
  }

  @Test
  void a_very_long_name_is_refused_and_kept_under_a_shorter_one() throws IOException {
    Files.writeString(pending("x".repeat(250) + ".json"), "{}");

    assertThat(rejectFirst()).contains("not a run id");
  }

  @Test
  void files_still_being_written_are_left_alone() throws IOException {
    Files.writeString(pending("a.json.tmp"), "{");
    Files.writeString(pending(".a.json.Xy12"), "{");

    assertThat(open().pending()).isEmpty();
  }

  @Test
  void a_damaged_claim_is_found_as_such() throws IOException {
    requester().submit(request("a"));
    open().claim(request("a").runId());
    Files.write(data.resolve("triggers/claimed/a.json"), new byte[0]);

    Trigger found = open().claimed().single();
    assertThat(((Trigger.Malformed) found).reason()).contains("empty");
    open().reject((Trigger.Malformed) found);
    assertThat(open().claimed()).isEmpty();
  }

  private String rejectFirst() {
    TriggerInbox inbox = open();
    Trigger.Malformed malformed = (Trigger.Malformed) inbox.pending().single();
    inbox.reject(malformed);
    assertThat(inbox.pending()).isEmpty();
    assertThat(rejectedReasons()).contains(malformed.reason());
    return malformed.reason();
  }

  private Path pending(String name) {
    return RunDirectories.under(data).pending().resolve(name);
  }
}
