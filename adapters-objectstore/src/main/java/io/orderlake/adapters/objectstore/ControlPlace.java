package io.orderlake.adapters.objectstore;

import io.orderlake.domain.lake.LakeFailure;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.io.IOException;

/**
 * Where a lake's control objects lie: all that is known, asked and done about it, apart from its
 * tables. Every method throws {@link LakeFailure} when the store does not do what was asked; what
 * became of a put that threw is unknown.
 *
 * @param store where
 * @param prefix of all keys, empty or with a slash at its end, which is added where it is missing
 */
public record ControlPlace(ObjectStore store, String prefix) {
  public ControlPlace {
    prefix = prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
  }

  /** The place below this one. */
  public ControlPlace below(String folder) {
    return new ControlPlace(store, prefix + folder);
  }

  /** Puts an object unless there is one; of several who try at once exactly one is told true. */
  public boolean putNew(String name, byte[] content) {
    try {
      return store.putNew(prefix + name, content);
    } catch (IOException e) {
      throw failed("put", name, "may be written to with these credentials", e);
    }
  }

  /** Puts an object in the place of the one that may be there. */
  public void put(String name, byte[] content) {
    try {
      store.put(prefix + name, content);
    } catch (IOException e) {
      throw failed("put", name, "may be written to with these credentials", e);
    }
  }

  /** An object's content; none when there is no such object. */
  public Option<byte[]> get(String name) {
    try {
      return store.get(prefix + name);
    } catch (IOException e) {
      throw failed("get", name, "may be read with these credentials", e);
    }
  }

  /** What lies here, not below, from that name on, by name. */
  public List<StoredObject> list(String from) {
    try {
      return store.list(prefix, from);
    } catch (IOException e) {
      throw failed("list", "", "may be listed with these credentials", e);
    }
  }

  /** Removes an object; nothing happens when there is none. */
  public void delete(String name) {
    try {
      store.delete(prefix + name);
    } catch (IOException e) {
      throw failed("delete", name, "may be written to with these credentials", e);
    }
  }

  /** An object's place, for people. */
  public String shown(String name) {
    return store + prefix + name;
  }

  private LakeFailure failed(String what, String name, String right, IOException e) {
    return LakeFailure.of(
        "cannot %s %s: %s; check that the store answers and %s"
            .formatted(what, shown(name), e, right),
        e);
  }
}
