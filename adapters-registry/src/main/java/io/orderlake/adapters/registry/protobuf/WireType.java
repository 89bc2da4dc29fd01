package io.orderlake.adapters.registry.protobuf;

import io.orderlake.adapters.registry.record.Bytes;

/** How values lie in the bytes, so that also what is not known can be gone past. */
final class WireType {
  static final int VARINT = 0;
  static final int EIGHT_BYTES = 1;
  static final int LENGTH = 2;
  static final int GROUP = 3;
  static final int END_OF_GROUP = 4;
  static final int FOUR_BYTES = 5;

  private WireType() {}

  /** Goes past a value. */
  static void skip(int wireType, int tag, Bytes bytes) {
    switch (wireType) {
      case VARINT -> bytes.varint();
      case EIGHT_BYTES -> bytes.skip(Long.BYTES);
      case LENGTH -> bytes.skip(bytes.varint());
      case FOUR_BYTES -> bytes.skip(Integer.BYTES);
      case GROUP -> skipGroup(tag, bytes);
      default -> throw bytes.fault("there is no field of the wire type " + wireType);
    }
  }

  private static void skipGroup(int tag, Bytes bytes) {
    bytes.enter();
    while (true) {
      long key = bytes.varint();
      if ((key & 7) == END_OF_GROUP) {
        if (key >>> 3 != tag) {
          throw bytes.fault("a group ends that has not begun");
        }
        bytes.leave();
        return;
      }
      skip((int) (key & 7), (int) (key >>> 3), bytes);
    }
  }
}
