package io.orderlake.adapters.objectstore.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.adapters.objectstore.ControlPlace;
import io.orderlake.adapters.objectstore.StoredObject;
import io.orderlake.adapters.objectstore.server.ControlServer;
import io.orderlake.application.contract.KeptFoldContract;
import io.orderlake.domain.run.KeptFold;
import io.orderlake.domain.run.KeptFold.Folded;
import io.orderlake.domain.run.RunJournal;
import io.vavr.collection.List;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ObjectKeptFoldTest extends KeptFoldContract {
  @TempDir static Path dir;
  @RegisterExtension static final ControlServer S3 = new ControlServer(() -> dir);

  private RunJournal journal;

  @BeforeEach
  void openIt() {
    journal = new ObjectRunJournal(S3.place());
  }

  @Override
  protected RunJournal journal() {
    return journal;
  }

  @Override
  protected KeptFold open() {
    return new ObjectKeptFold(S3.place());
  }

  @Override
  protected void replaceJournal() {
    for (String folder : List.of("runs/journal", "runs/journal/joined")) {
      ControlPlace lines = S3.place().below(folder);
      lines.list("").map(StoredObject::name).forEach(lines::delete);
    }
    openIt();
  }

  @Test
  void what_is_damaged_is_nothing() {
    write("a", 3);
    for (String damage : List.of("", "x", "00000000\n1-a\n3\nmark\nstate")) {
      S3.place().put("runs/journal-fold", damage.getBytes(UTF_8));
      assertThat(open().read()).as(damage).isEmpty();
    }
    open().keep(new Folded("1-a", 4, List.of("x")));
    assertThat(open().read()).as("of a line that is not there yet").isEmpty();
  }
}
