package io.orderlake.domain.order;

import java.util.List;

/**
 * Brings an event to a version that only adds {@link OptionalField optional fields}: the version
 * before knew none of them, and it means none. A field of such a name that is there all the same
 * had no meaning in the contract and stays an unknown field.
 */
final class UpcastAdditions implements Upcaster {
  private static final long serialVersionUID = 1;

  private final int from;
  private final OptionalField[] added;

  UpcastAdditions(int from) {
    this.from = from;
    List<OptionalField> fields = OptionalField.addedBy(from + 1);
    this.added = fields.toArray(OptionalField[]::new);
  }

  @Override
  public int from() {
    return from;
  }

  @Override
  public RecordedOrder upcast(RecordedOrder recorded, RuleSettings settings) {
    RecordedOrder current = recorded;
    for (OptionalField field : added) {
      current = current.outsideContract(field.field());
    }
    return current;
  }
}
