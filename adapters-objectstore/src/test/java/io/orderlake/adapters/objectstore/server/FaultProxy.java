package io.orderlake.adapters.objectstore.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Hands signed requests on as they are, counts them, and treats those that a test names as networks
 * and stores do: the answer is lost, or another one comes and the store is not asked.
 */
public final class FaultProxy implements AutoCloseable {
  /** What becomes of a request. */
  public sealed interface Treatment {
    /** It goes through. */
    record Passed() implements Treatment {}

    /** The store does it, and the connection breaks before its answer comes. */
    record AnswerLost() implements Treatment {}

    /** The store is not asked. */
    record Answered(int status, String code) implements Treatment {}

    /** The store gets it after that many milliseconds. */
    record Delayed(long millis) implements Treatment {}
  }

  /** A request line. */
  public record Request(String method, String target, Map<String, String> headers) {
    public boolean isConditional() {
      return headers.containsKey("if-none-match") || target.contains("ifGenerationMatch=0");
    }
  }

  private final ServerSocket socket;
  private final URI store;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final Map<String, AtomicInteger> counts = new ConcurrentSkipListMap<>();
  private volatile Function<Request, Treatment> treatment = request -> new Treatment.Passed();

  private FaultProxy(ServerSocket socket, URI store) {
    this.socket = socket;
    this.store = store;
  }

  public static FaultProxy before(URI store) {
    try {
      FaultProxy proxy =
          new FaultProxy(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), store);
      start(proxy::accept);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  /** From now on. */
  public void treat(Function<Request, Treatment> each) {
    treatment = each;
  }

  /** Requests since the last call, by method. */
  public Map<String, Integer> counted() {
    Map<String, Integer> result = new ConcurrentSkipListMap<>();
    counts.forEach((method, count) -> result.put(method, count.getAndSet(0)));
    result.values().removeIf(count -> count == 0);
    return result;
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "fault-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        open.add(client);
        start(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        Socket server = new Socket(store.getHost(), store.getPort())) {
      open.add(server);
      // a head and its body leave apart, and neither waits for the other's receipt
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(client.getInputStream());
      InputStream back = new BufferedInputStream(server.getInputStream());
      while (handle(in, client.getOutputStream(), back, server.getOutputStream())) {
        // next one
      }
      open.remove(server);
    } catch (IOException ended) {
      // either side has gone
    } finally {
      open.remove(client);
    }
  }

  private boolean handle(InputStream in, OutputStream out, InputStream back, OutputStream to)
      throws IOException {
    Head head = Head.read(in);
    if (head == null) {
      return false;
    }
    Request request = new Request(head.word(0), head.word(1), head.headers());
    counts.computeIfAbsent(request.method(), m -> new AtomicInteger()).incrementAndGet();
    Treatment how = treatment.apply(request);
    if (how instanceof Treatment.Answered answered) {
      if (head.expectsContinue()) {
        out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));
      }
      copyBody(head, in, OutputStream.nullOutputStream(), false);
      out.write(answer(answered, request.method()));
      out.flush();
      return true;
    }
    if (how instanceof Treatment.Delayed delayed) {
      sleep(delayed.millis());
    }
    to.write(head.bytes());
    if (head.expectsContinue()) {
      to.flush();
      Head interim = Head.read(back);
      if (interim == null) {
        return false;
      }
      out.write(interim.bytes());
      out.flush();
      if (!"100".equals(interim.word(1))) {
        copyBody(interim, back, out, true);
        return true;
      }
    }
    copyBody(head, in, to, false);
    to.flush();
    Head answer = Head.read(back);
    if (answer == null || how instanceof Treatment.AnswerLost) {
      return false;
    }
    out.write(answer.bytes());
    if (!request.method().equals("HEAD")
        && !"204".equals(answer.word(1))
        && !"304".equals(answer.word(1))) {
      copyBody(answer, back, out, true);
    }
    out.flush();
    return !"close".equalsIgnoreCase(answer.headers().get("connection"));
  }

  private static byte[] answer(Treatment.Answered answered, String method) {
    String body =
        method.equals("HEAD")
            ? ""
            : "<?xml version=\"1.0\"?><Error><Code>%s</Code><Message>%s</Message></Error>"
                .formatted(answered.code(), answered.code());
    String head =
        "HTTP/1.1 %s %s\r\nContent-Type: application/xml\r\nContent-Length: %s\r\n\r\n"
            .formatted(answered.status(), answered.code(), body.length());
    return (head + body).getBytes(ISO_8859_1);
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void copyBody(Head head, InputStream in, OutputStream out, boolean toTheEnd)
      throws IOException {
    String length = head.headers().get("content-length");
    if (length != null) {
      copy(in, out, Long.parseLong(length));
    } else if ("chunked".equalsIgnoreCase(head.headers().get("transfer-encoding"))) {
      copyChunks(in, out);
    } else if (toTheEnd) {
      in.transferTo(out);
    }
  }

  private static void copy(InputStream in, OutputStream out, long length) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long left = length;
    while (left > 0) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        throw new EOFException();
      }
      out.write(buffer, 0, read);
      left -= read;
    }
  }

  private static void copyChunks(InputStream in, OutputStream out) throws IOException {
    while (true) {
      String line = Head.line(in);
      if (line == null) {
        throw new EOFException();
      }
      out.write((line + "\r\n").getBytes(ISO_8859_1));
      long length = Long.parseLong(line.replaceFirst(";.*", "").strip(), 16);
      copy(in, out, length + 2);
      if (length == 0) {
        return;
      }
    }
  }

  /** Lets go of every connection; whoever waits for an answer gets none. */
  @Override
  public void close() {
    try {
      socket.close();
      for (Socket one : open) {
        one.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first line and the headers of a request or an answer. */
  private record Head(String first, List<String> lines) {
    static Head read(InputStream in) throws IOException {
      String first = line(in);
      if (first == null) {
        return null;
      }
      List<String> lines = new CopyOnWriteArrayList<>();
      for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
        lines.add(line);
      }
      return new Head(first, lines);
    }

    static String line(InputStream in) throws IOException {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int next = in.read(); next != '\n'; next = in.read()) {
        if (next < 0) {
          return null;
        }
        if (next != '\r') {
          line.write(next);
        }
      }
      return line.toString(ISO_8859_1);
    }

    String word(int number) {
      return first.split(" ", -1)[number];
    }

    Map<String, String> headers() {
      Map<String, String> headers = new ConcurrentHashMap<>();
      for (String line : lines) {
        int colon = line.indexOf(':');
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
      return headers;
    }

    boolean expectsContinue() {
      return "100-continue".equalsIgnoreCase(headers().get("expect"));
    }

    byte[] bytes() {
      return (first + "\r\n" + String.join("\r\n", lines) + "\r\n\r\n").getBytes(ISO_8859_1);
    }
  }
}
