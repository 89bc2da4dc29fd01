package io.orderlake.adapters.objectstore.client;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.nio.file.AccessDeniedException;

/** Reading that is begun anew when its connection breaks: clients repeat requests by themselves. */
public final class Repeated {
  private static final int ATTEMPTS = 4;

  private Repeated() {}

  /** One reading. */
  public interface Reading<T> {
    T read() throws IOException;
  }

  /** What is read; refusals and missing objects are not asked for again. */
  public static <T> T of(Reading<T> reading) throws IOException {
    for (int made = 1; ; made++) {
      try {
        return reading.read();
      } catch (AccessDeniedException
          | FileNotFoundException
          | InterruptedIOException
          | ConnectException
          | StoreAnswer e) {
        throw e;
      } catch (IOException e) {
        if (made == ATTEMPTS) {
          throw e;
        }
      }
    }
  }
}
