package io.orderlake.adapters.registry.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.application.contract.RecordFormatContract;
import io.orderlake.application.twin.InMemoryKeptSchemas;
import io.orderlake.application.twin.InMemoryRegistry;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.schema.RegisteredSchema;
import io.orderlake.domain.schema.Schemas;
import io.orderlake.domain.source.RecordFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where its schemas come from, and what is said when they do not. */
class RegistryFormatTest {
  private static final RegisteredSchema ORDER =
      new RegisteredSchema("AVRO", Written.AVRO, List.of());
  private static final byte[] VALUE = Written.framed(7, new byte[0], Written.avroOrder());

  private final InMemoryKeptSchemas kept = new InMemoryKeptSchemas();
  private final InMemoryRegistry registry = new InMemoryRegistry();
  private final RecordFormat format = new RegistryFormat(SchemaKind.AVRO, "shop");

  private RecordFormat judging() {
    return format.over(Schemas.judging(kept, registry));
  }

  private RecordFormat reading() {
    return format.over(Schemas.reading(kept));
  }

  private RecordFormat looking() {
    return format.over(Schemas.looking(kept, registry));
  }

  @Test
  void a_schema_is_asked_for_once_and_kept() {
    registry.register(7, ORDER);
    assertThat(judging().read(VALUE).get()).isEqualTo(RecordFormatContract.ORDER);
    registry.breakDown(FailureCause.UNREACHABLE);

    assertThat(judging().read(VALUE).get()).isEqualTo(RecordFormatContract.ORDER);
    assertThat(reading().read(VALUE).get()).isEqualTo(RecordFormatContract.ORDER);
    assertThat(looking().read(VALUE).get()).isEqualTo(RecordFormatContract.ORDER);
    assertThat(registry.asked()).isEqualTo(1);
    assertThat(judging().refusedBefore(VALUE)).isEmpty();
  }

  @Test
  void who_looks_keeps_nothing() {
    registry.register(7, ORDER);
    RecordFormat looking = looking();
    assertThat(looking.read(VALUE).isRight()).isTrue();
    assertThat(looking.read(VALUE).isRight()).isTrue();

    assertThat(registry.asked()).isEqualTo(1);
    assertThat(kept.find(7)).isEmpty();
    assertThat(format.over(Schemas.looking(null, registry)).read(VALUE).isRight()).isTrue();
  }

  @Test
  void who_reads_asks_nobody() {
    registry.register(7, ORDER);

    assertThatThrownBy(() -> reading().read(VALUE))
        .isInstanceOf(LakeFailure.class)
        .hasMessageContaining("schema 7 in memory is missing");
    assertThatThrownBy(() -> format.read(VALUE)).isInstanceOf(LakeFailure.class);
    assertThat(registry.asked()).isZero();
  }

  @Test
  void a_registry_that_does_not_answer_says_nothing_of_the_record() {
    for (FailureCause why : List.of(FailureCause.UNREACHABLE, FailureCause.DENIED)) {
      registry.breakDown(why);
      assertThatThrownBy(() -> judging().read(VALUE))
          .isInstanceOfSatisfying(
              LakeFailure.class, e -> assertThat(e.failureCause()).isEqualTo(why));
    }
    assertThat(kept.find(7)).isEmpty();
    assertThatThrownBy(() -> format.over(Schemas.judging(kept, null)).read(VALUE))
        .isInstanceOf(LakeFailure.class)
        .hasMessageContaining("registry.url");
  }

  @Test
  void an_id_that_is_unknown_is_the_record_s_fault_until_a_redrive_asks_again() {
    String sentence =
        "the value of the source shop names the schema 7, which the registry does not have; a"
            + " redrive asks for it again";
    RecordFormat judging = judging();
    assertThat(judging.read(VALUE).getLeft()).isEqualTo(sentence);
    registry.register(7, ORDER);

    assertThat(judging.read(VALUE).getLeft()).isEqualTo(sentence);
    assertThat(reading().read(VALUE).getLeft()).isEqualTo(sentence);
    assertThat(registry.asked()).isEqualTo(1);
    assertThat(looking().read(VALUE).isRight()).isTrue();
    assertThat(kept.unknown()).containsExactly(7);

    Schemas.judging(kept, registry).askAgain();
    assertThat(judging.read(VALUE).isRight()).isTrue();
    assertThat(reading().read(VALUE).isRight()).isTrue();
    assertThat(reading().refusedBefore(VALUE)).containsExactly(sentence);
    assertThat(kept.unknown()).isEmpty();
  }

  @Test
  void a_redrive_without_a_registry_asks_nobody() {
    judging().read(VALUE);
    registry.register(7, ORDER);

    Schemas.judging(kept, null).askAgain();
    Schemas.none().askAgain();
    assertThat(kept.unknown()).containsExactly(7);
  }

  @Test
  void a_schema_of_another_kind_is_the_record_s_fault() {
    registry.register(7, new RegisteredSchema("PROTOBUF", Written.PROTOBUF, List.of()));
    assertThat(judging().read(VALUE).getLeft())
        .isEqualTo(
            "the schema 7, which the value names, is of the type PROTOBUF, and the source shop reads"
                + " avro");
  }

  @Test
  void a_schema_that_is_none_is_the_record_s_fault() {
    registry.register(7, new RegisteredSchema("AVRO", "{\"type\":\"nothing\"}", List.of()));
    assertThat(judging().read(VALUE).getLeft()).isEqualTo("the schema 7 is no schema of Avro");
  }

  @Test
  void a_value_that_does_not_fit_its_schema_is_named_with_the_place() {
    registry.register(7, new RegisteredSchema("AVRO", Written.AVRO, List.of()));
    byte[] cut = java.util.Arrays.copyOf(VALUE, 10);
    assertThat(judging().read(cut).getLeft())
        .startsWith("the value is no Avro of the schema 7, which it names: ")
        .endsWith("of 10)");
  }
}
