package io.orderlake.domain.schema;

import io.vavr.control.Option;
import java.io.Serializable;
import java.util.List;

/**
 * The schemas that a lake keeps: what its registry has answered, each id once. Travels to wherever
 * records are read; all copies of one lake's see the same.
 *
 * <p>Of several who keep an answer to one id at once, one succeeds, and all go by its answer. What
 * is kept survives a crash of the machine and is never changed; an id that was unknown can get one
 * later answer beside it.
 *
 * <p>Every method throws {@link io.orderlake.domain.lake.LakeFailure} when the store fails; what is
 * damaged is named.
 */
public interface KeptSchemas extends Serializable {
  /** What is kept of that id; none when nobody has asked for it. */
  Option<KeptAnswer> find(int id);

  /**
   * Keeps the first answer to an id.
   *
   * @return what is kept of it now, which is another answer when somebody was faster
   */
  KeptAnswer keep(int id, SchemaAnswer answer);

  /** The ids that were unknown when they were asked for, and still are; ascending. */
  List<Integer> unknown();

  /** Keeps the schema of an id that was unknown; does nothing for any other. */
  void keepLater(int id, RegisteredSchema schema);

  /** Where what is kept of an id lies, for people. */
  String place(int id);
}
