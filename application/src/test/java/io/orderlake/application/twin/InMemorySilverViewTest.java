package io.orderlake.application.twin;

import io.orderlake.application.contract.SilverViewContract;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.SilverView;
import java.util.List;

class InMemorySilverViewTest extends SilverViewContract {
  private final InMemorySilverView silver = new InMemorySilverView();

  @Override
  protected SilverView view() {
    return silver;
  }

  @Override
  protected long append(List<RefinedOrder> rows) {
    return silver.append(rows);
  }
}
