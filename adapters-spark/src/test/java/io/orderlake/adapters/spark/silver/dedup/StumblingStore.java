package io.orderlake.adapters.spark.silver.dedup;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** A disk that is reached as through a network, which gives no answer to the first reads. */
public final class StumblingStore extends RawLocalFileSystem {
  private static final AtomicInteger LEFT = new AtomicInteger();

  /** To so many reads from now on, by whomever. */
  static void stumbles(int times) {
    LEFT.set(times);
  }

  @Override
  public URI getUri() {
    return URI.create("stumbling:///");
  }

  @Override
  public FSDataInputStream open(Path object, int buffer) throws IOException {
    if (LEFT.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new SocketTimeoutException("Read timed out");
    }
    return super.open(object, buffer);
  }
}
