package io.orderlake.domain.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.silver.RuleSet;
import io.vavr.control.Either;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourcesTest {
  private static final class Nothing implements RecordFormat {
    private static final long serialVersionUID = 1;

    @Override
    public String name() {
      return "nothing";
    }

    @Override
    public Either<String, Node> read(byte[] value) {
      return Either.left("there is nothing");
    }
  }

  private static Source source(String name, String... topics) {
    return new Source(name, List.of(topics), new Nothing(), new Mapping(null, List.of()));
  }

  @Test
  void a_source_that_is_only_for_feeds_takes_no_part_in_what_a_lakes_records_become() {
    Sources feeds = new Sources(List.of(source("tills")));
    Sources both = new Sources(List.of(source("tills"), source("shop", "shop-orders")));
    Sources shop = new Sources(List.of(source("shop", "shop-orders")));

    assertThat(feeds.ofTopics().isEmpty()).isTrue();
    assertThat(both.ofTopics().all()).extracting(Source::name).containsExactly("shop");
    assertThat(version(feeds.ofTopics())).isEqualTo(version(Sources.NONE));
    assertThat(version(both.ofTopics()))
        .isEqualTo(version(shop))
        .isNotEqualTo(version(feeds.ofTopics()));
  }

  private static String version(Sources sources) {
    return RuleSet.of(RuleSettings.DEFAULTS, sources).version();
  }
}
