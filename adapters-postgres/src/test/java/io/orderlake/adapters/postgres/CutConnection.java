package io.orderlake.adapters.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Passes on what is said to PostgreSQL, and breaks off for good at a given piece of it. */
final class CutConnection implements AutoCloseable {
  private final ServerSocket listening;
  private final int server;
  private final int pieces;
  private final AtomicInteger passed = new AtomicInteger();

  /**
   * To that port.
   *
   * @param pieces how many are passed on, at whose end or in whose midst it breaks
   */
  CutConnection(int server, int pieces) throws IOException {
    this.server = server;
    this.pieces = pieces;
    this.listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread accepting = new Thread(this::accept, "cut-connection");
    accepting.setDaemon(true);
    accepting.start();
  }

  int port() {
    return listening.getLocalPort();
  }

  /** Whether it has broken off. */
  boolean isCut() {
    return passed.get() > pieces;
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listening.accept();
        Socket to = new Socket(InetAddress.getLoopbackAddress(), server);
        pass(client, to, true);
        pass(to, client, false);
      }
    } catch (IOException e) {
      // It was closed.
    }
  }

  private void pass(Socket from, Socket to, boolean isCounted) {
    Thread passing =
        new Thread(
            () -> {
              byte[] piece = new byte[1 << 12];
              try (from;
                  to;
                  InputStream in = from.getInputStream();
                  OutputStream out = to.getOutputStream()) {
                for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                  if (isCounted && passed.incrementAndGet() > pieces) {
                    out.write(piece, 0, n / 2);
                    return;
                  }
                  out.write(piece, 0, n);
                }
              } catch (IOException e) {
                // The other way was cut.
              }
            },
            "cut-connection-pass");
    passing.setDaemon(true);
    passing.start();
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
