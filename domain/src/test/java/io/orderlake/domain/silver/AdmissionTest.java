package io.orderlake.domain.silver;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.order.ContentHash;
import org.junit.jupiter.api.Test;

class AdmissionTest {
  private static final ContentHash ONE = ContentHash.of("a", "b");

  @Test
  void the_first_of_an_event_id_stays() {
    assertThat(Admission.of(null, ONE)).isEqualTo(Admission.FIRST);
  }

  @Test
  void the_same_content_again_is_a_duplicate() {
    assertThat(Admission.of(ContentHash.ofBytes(ONE.bytes()), ContentHash.of("a", "b")))
        .isEqualTo(Admission.DUPLICATE);
  }

  @Test
  void other_content_under_the_same_id_is_a_conflict() {
    assertThat(Admission.of(ONE, ContentHash.of("ab", ""))).isEqualTo(Admission.CONFLICT);
  }
}
