package io.orderlake.adapters.registry.format;

import io.orderlake.domain.source.Node;
import io.orderlake.domain.source.RecordFormat;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Records that say by themselves what they hold, behind a registry's frame all the same: JSON as
 * Confluent's serialiser of JSON Schema writes it. The frame is gone past; no schema is needed.
 */
public final class FramedFormat implements RecordFormat {
  private static final long serialVersionUID = 1;

  private final RecordFormat inside;

  /**
   * The format of what stands behind the frame.
   *
   * @param inside one that needs no schema
   */
  public FramedFormat(RecordFormat inside) {
    this.inside = inside;
  }

  @Override
  public String name() {
    return inside.name();
  }

  @Override
  public List<String> identity() {
    List<String> identity = new ArrayList<>(inside.identity());
    identity.add("framing registry");
    return identity;
  }

  @Override
  public boolean isText() {
    return false;
  }

  @Override
  public Either<String, Node> read(byte[] value) {
    return Frame.id(value)
        .flatMap(id -> inside.read(Arrays.copyOfRange(value, Frame.LENGTH, value.length)));
  }
}
