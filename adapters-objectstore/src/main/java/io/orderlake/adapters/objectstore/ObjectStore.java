package io.orderlake.adapters.objectstore;

import io.vavr.collection.List;
import io.vavr.control.Option;
import java.io.IOException;

/**
 * A store of whole objects. An object that was put is seen by everybody from then on, whole, and
 * listed; keys are compared by their UTF-8 bytes. Safe for use by many threads. Its text is what
 * precedes a key where people are told of an object.
 *
 * <p>Every method throws an {@link IOException} when the store does not do what was asked. What
 * became of a put that threw is unknown.
 */
public interface ObjectStore {
  /**
   * Puts an object unless there is one of that key; of several who try at once, in any process,
   * exactly one succeeds. An answer that got lost is found out by looking whose object is there.
   *
   * @return false when another's object is there
   */
  boolean putNew(String key, byte[] content) throws IOException;

  /** Puts an object in the place of the one that may be there. */
  void put(String key, byte[] content) throws IOException;

  /** An object's content; none when there is no object of that key. */
  Option<byte[]> get(String key) throws IOException;

  /**
   * The objects whose keys are a prefix and a name without a slash, by name.
   *
   * @param prefix empty, or with a slash at its end
   * @param from the first name that is wanted, whether there is one or not; empty for all
   */
  List<StoredObject> list(String prefix, String from) throws IOException;

  /** Removes an object; nothing happens when there is none. */
  void delete(String key) throws IOException;
}
