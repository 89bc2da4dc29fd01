package io.orderlake.application.twin;

import io.orderlake.application.contract.FeedSourceContract;
import io.orderlake.domain.feed.FeedSource;

class InMemoryFeedSourceTest implements FeedSourceContract {
  @Override
  public FeedSource holding(String name, byte[] content) {
    return InMemoryFeedSource.of(name, content);
  }

  @Override
  public FeedSource absent() {
    return InMemoryFeedSource.absent("nowhere.csv");
  }
}
