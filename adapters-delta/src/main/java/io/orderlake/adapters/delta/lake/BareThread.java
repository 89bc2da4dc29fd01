package io.orderlake.adapters.delta.lake;

import java.net.URL;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Has steps done by a thread that finds none of Hadoop's files of defaults. Parquet's reader makes
 * a Hadoop configuration for every file it opens, out of whichever jar of the class path has the
 * defaults, and looks there for options that nobody sets: that takes longer than reading a small
 * file. The file system is not found by it but by the lake's own configuration.
 */
final class BareThread extends ClassLoader {
  private static final BareThread LOADER = new BareThread();

  private BareThread() {
    super(BareThread.class.getClassLoader());
  }

  static <T> T call(Callable<T> step) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(LOADER);
    try {
      return step.call();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Override
  public @Nullable URL getResource(String name) {
    return name.endsWith("-default.xml") || name.endsWith("-site.xml")
        ? null
        : super.getResource(name);
  }
}
