package io.orderlake.application.contract;

import static io.orderlake.domain.failure.FailureCause.BUSY;
import static io.orderlake.domain.failure.FailureCause.CLOSED;
import static io.orderlake.domain.failure.FailureCause.CUT_SHORT;
import static io.orderlake.domain.failure.FailureCause.DAMAGED;
import static io.orderlake.domain.failure.FailureCause.DENIED;
import static io.orderlake.domain.failure.FailureCause.DISK_FULL;
import static io.orderlake.domain.failure.FailureCause.INTERRUPTED;
import static io.orderlake.domain.failure.FailureCause.IN_THE_WAY;
import static io.orderlake.domain.failure.FailureCause.MISSING;
import static io.orderlake.domain.failure.FailureCause.OUT_OF_MEMORY;
import static io.orderlake.domain.failure.FailureCause.READ_ONLY;
import static io.orderlake.domain.failure.FailureCause.REPLACED;
import static io.orderlake.domain.failure.FailureCause.STORE_FAULT;
import static io.orderlake.domain.failure.FailureCause.TIMED_OUT;
import static io.orderlake.domain.failure.FailureCause.TOO_LONG;
import static io.orderlake.domain.failure.FailureCause.TOO_MANY_FILES;
import static io.orderlake.domain.failure.FailureCause.UNREACHABLE;
import static io.orderlake.domain.failure.FailureCause.UNSUPPORTED;

import io.orderlake.domain.failure.FailureCause;
import io.vavr.collection.List;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/**
 * What goes wrong with machines and stores, and what each is to be taken for: met for real where
 * that can be arranged, else as the JDK throws it, with the operating system's own words.
 */
public final class Faults {
  private Faults() {}

  /**
   * All of them, made anew.
   *
   * @param place an empty directory
   */
  public static List<Fault> in(Path place) throws IOException {
    RealFaults real = new RealFaults(place);
    return List.of(
            met("a full disk", DISK_FULL, real.fullDisk()),
            met("a missing file", MISSING, real.missingFile()),
            met("a missing file, as of old", MISSING, real.missingFileAsOfOld()),
            met("a directory in the place of a file", IN_THE_WAY, real.directoryForFile()),
            met("such a directory, as of old", IN_THE_WAY, real.directoryForFileAsOfOld()),
            met("a file in the place of a directory", IN_THE_WAY, real.fileForDirectory()),
            met("a file above a file", IN_THE_WAY, real.fileAboveFile()),
            met("a name that is taken", IN_THE_WAY, real.takenName()),
            met("a name without end", TOO_LONG, real.longName()),
            met("a truncated file", CUT_SHORT, real.truncatedFile()),
            met("a file that is no archive", DAMAGED, real.noArchive()),
            met("bytes that are no text", DAMAGED, real.noText()),
            met("a channel that was closed", CLOSED, real.closedChannel()),
            met("a stream that was closed", CLOSED, real.closedReader()),
            met("a thread that was told to stop", INTERRUPTED, real.interruptedThread()),
            met("a server that says nothing", TIMED_OUT, real.silentServer()),
            met("a port that nobody listens to", UNREACHABLE, real.refusedConnection()))
        .appendAll(said());
  }

  private static List<Fault> said() {
    return List.of(
        said(DISK_FULL, new IOException("Disk quota exceeded")),
        said(DISK_FULL, new IOException("There is not enough space on the disk")),
        said(TOO_MANY_FILES, new FileSystemException("x", null, "Too many open files")),
        said(TOO_MANY_FILES, new FileNotFoundException("x (Too many open files)")),
        said(OUT_OF_MEMORY, new OutOfMemoryError("Java heap space")),
        said(OUT_OF_MEMORY, new IOException("error=12, Cannot allocate memory")),
        said(INTERRUPTED, new InterruptedException("sleep interrupted")),
        said(INTERRUPTED, new InterruptedIOException("interrupted by SIGTERM")),
        said(TIMED_OUT, new ConnectException("Connection timed out")),
        said(TIMED_OUT, new TimeoutException("10 s are over")),
        said(UNREACHABLE, new UnknownHostException("no-such-host")),
        said(UNREACHABLE, new SocketException("Connection reset")),
        said(UNREACHABLE, new IOException("Broken pipe")),
        said(BUSY, new IOException("Resource temporarily unavailable")),
        said(BUSY, new FileSystemException("x", null, "Device or resource busy")),
        said(REPLACED, new FileSystemException("x", null, "Stale file handle")),
        said(STORE_FAULT, new IOException("Input/output error")),
        said(STORE_FAULT, new IOException("something that nobody has heard of")),
        said(DENIED, new AccessDeniedException("x")),
        said(DENIED, new FileNotFoundException("x (Permission denied)")),
        said(DENIED, new SSLHandshakeException("unable to find valid certification path")),
        said(READ_ONLY, new FileSystemException("x", null, "Read-only file system")),
        said(UNSUPPORTED, new AtomicMoveNotSupportedException("x", "y", "other device")),
        said(TOO_LONG, new IOException("File too large")));
  }

  private static Fault met(String what, FailureCause cause, Throwable t) {
    return new Fault(what, t, cause);
  }

  private static Fault said(FailureCause cause, Throwable t) {
    return new Fault(t.toString(), t, cause);
  }
}
