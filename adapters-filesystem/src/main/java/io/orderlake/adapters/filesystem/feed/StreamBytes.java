package io.orderlake.adapters.filesystem.feed;

import io.orderlake.domain.feed.FeedPart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a stream that is open already. What comes first is kept, so that it can be looked at
 * before the stream is read: up to {@value #MOST} bytes, or until nothing has come for a while. A
 * thread of its own reads ahead, since a pipe cannot be asked whether it has ended.
 */
final class StreamBytes implements FeedBytes {
  static final int MOST = 8 << 20;
  private static final int CHUNK = 1 << 16;
  private static final long SILENCE_SECONDS = 2;

  /** What the reading thread hands over: bytes, or how the stream ended. */
  @SuppressWarnings("ArrayRecordComponent") // is handed over and compared with nothing
  private record Arrived(byte[] bytes, boolean ended, @Nullable IOException broken) {}

  private final InputStream stream;
  private final BlockingQueue<Arrived> arrived = new LinkedBlockingQueue<>(16);
  private byte @Nullable [] first;
  private @Nullable Arrived end;
  private boolean isHeld;

  StreamBytes(InputStream stream) {
    this.stream = stream;
  }

  @Override
  public synchronized InputStream open(FeedPart part) throws IOException {
    byte[] begun = first();
    InputStream kept = new ByteArrayInputStream(begun);
    Arrived ended = end;
    IOException broken = ended == null ? null : ended.broken;
    if (ended != null && broken == null) {
      return kept;
    }
    if (part == FeedPart.WHOLE) {
      return new SequenceInputStream(kept, new Rest());
    }
    if (broken != null && begun.length == 0) {
      throw new IOException(broken.getMessage(), broken);
    }
    return kept;
  }

  @Override
  public synchronized boolean isRepeatable() {
    return isHeld;
  }

  @Override
  public synchronized boolean isCut() throws IOException {
    first();
    return end == null || end.broken != null;
  }

  private byte[] first() throws IOException {
    if (first == null) {
      Thread reader = new Thread(this::read, "feed-reader");
      reader.setDaemon(true);
      reader.start();
      first = gather();
      isHeld = end != null && end.broken == null;
    }
    return first;
  }

  private byte[] gather() throws IOException {
    ByteArrayOutputStream gathered = new ByteArrayOutputStream();
    boolean line = false;
    while (gathered.size() < MOST && end == null) {
      Arrived next = await(line);
      if (next == null) {
        break;
      }
      line |= hasLine(next.bytes);
      gathered.writeBytes(next.bytes);
      end = next.ended ? next : null;
    }
    return gathered.toByteArray();
  }

  private @Nullable Arrived await(boolean impatient) throws IOException {
    try {
      return impatient ? arrived.poll(SILENCE_SECONDS, TimeUnit.SECONDS) : arrived.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static boolean hasLine(byte[] bytes) {
    for (byte b : bytes) {
      if (b == '\n') {
        return true;
      }
    }
    return false;
  }

  private void read() {
    byte[] chunk = new byte[CHUNK];
    try {
      try {
        for (int n = stream.read(chunk); n >= 0; n = stream.read(chunk)) {
          arrived.put(new Arrived(Arrays.copyOf(chunk, n), false, null));
        }
        arrived.put(new Arrived(new byte[0], true, null));
      } catch (IOException e) {
        arrived.put(new Arrived(new byte[0], true, e));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What comes after the first part. */
  private final class Rest extends InputStream {
    private byte[] bytes = new byte[0];
    private int at;

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      while (at == bytes.length) {
        if (end == null) {
          Arrived next = await(false);
          bytes = next == null ? new byte[0] : next.bytes;
          at = 0;
          end = next != null && next.ended ? next : null;
        }
        Arrived ended = end;
        if (ended != null && at == bytes.length) {
          IOException broken = ended.broken;
          if (broken != null) {
            throw new IOException(broken.getMessage(), broken);
          }
          return -1;
        }
      }
      int n = Math.min(length, bytes.length - at);
      System.arraycopy(bytes, at, into, from, n);
      at += n;
      return n;
    }

    @Override
    public int available() {
      return bytes.length - at;
    }
  }
}
