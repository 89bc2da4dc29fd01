package io.orderlake.adapters.delta.lake;

import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.EOFException;
import java.io.IOException;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Reads files in turn, one open at a time; a failure names the file it happened in. */
final class NamingReader implements CloseableIterator<ColumnarBatch> {
  /** Opens one file. */
  interface Opener {
    CloseableIterator<ColumnarBatch> open(CloseableIterator<FileStatus> file) throws IOException;
  }

  private final CloseableIterator<FileStatus> files;
  private final boolean refuseEmpty;
  private final Opener opener;
  private @Nullable CloseableIterator<ColumnarBatch> open;
  private String name = "";

  /**
   * A reader of those files.
   *
   * @param refuseEmpty true where a file without content can only be a torn one
   */
  NamingReader(CloseableIterator<FileStatus> files, boolean refuseEmpty, Opener opener) {
    this.files = files;
    this.refuseEmpty = refuseEmpty;
    this.opener = opener;
  }

  @Override
  public boolean hasNext() {
    while (true) {
      CloseableIterator<ColumnarBatch> current = open;
      if (current != null) {
        if (attempt(current::hasNext)) {
          return true;
        }
        Utils.closeCloseables(current);
        open = null;
      }
      if (!files.hasNext()) {
        return false;
      }
      openNext();
    }
  }

  private void openNext() {
    FileStatus file = files.next();
    name = file.getPath();
    CloseableIterator<ColumnarBatch> opened =
        attempt(() -> opener.open(Utils.singletonCloseableIterator(file)));
    open = opened;
    if (refuseEmpty && !attempt(opened::hasNext)) {
      throw Failures.damaged(name, new EOFException("the file is empty"));
    }
  }

  @Override
  public ColumnarBatch next() {
    CloseableIterator<ColumnarBatch> current = hasNext() ? open : null;
    if (current == null) {
      throw new NoSuchElementException();
    }
    return attempt(current::next);
  }

  private <T> T attempt(Callable<T> step) {
    try {
      return BareThread.call(step);
    } catch (Exception e) {
      throw Failures.damaged(name, e);
    }
  }

  @Override
  public void close() throws IOException {
    Utils.closeCloseables(open, files);
  }
}
