package io.orderlake.adapters.kafka.reach;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.vavr.control.Option;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * What kind of server answers at an address, told from its first bytes without Kafka's client, so
 * that one that is spoken to in the wrong way can be named.
 */
enum Greeting {
  /** A broker that wants neither TLS nor a login. */
  PLAIN_KAFKA,
  /** A broker that wants a login first, without TLS. */
  KAFKA_WITH_LOGIN,
  /** Whatever it is, it speaks TLS. */
  TLS,
  /** A web server. */
  HTTP,
  /** It says something else. */
  OTHER,
  /** It takes the connection and says nothing. */
  SILENCE;

  /** A broker on a machine that is busy with something else may take seconds. */
  private static final int PATIENCE_MILLIS = 5_000;

  private static final int WAIT_MILLIS = 2_000;
  private static final int CORRELATION = 0x4f4c4b31;
  private static final short SASL_HANDSHAKE = 17;
  private static final short API_VERSIONS = 18;
  private static final short NO_SUCH_MECHANISM = 33;
  private static final int TLS_ALERT = 0x15;

  /**
   * What answers, unless a broker does without TLS. Kafka's client must not be let loose on
   * anything else: it takes the first bytes of a TLS alert for a size and wants a third of a
   * gigabyte for it.
   */
  static Option<Greeting> ofStranger(ServerAddress address) {
    byte[] answer = ask(address, request(API_VERSIONS, ""), PATIENCE_MILLIS);
    if (isAnswered(answer)) {
      return Option.none();
    }
    if (isTlsAlert(answer) || speaksTls(address)) {
      return Option.some(TLS);
    }
    byte[] page = "GET / HTTP/1.0\r\n\r\n".getBytes(US_ASCII);
    if (isHttp(answer) || isHttp(ask(address, page, WAIT_MILLIS))) {
      return Option.some(HTTP);
    }
    return Option.some(answer.length == 0 ? SILENCE : OTHER);
  }

  static Greeting of(ServerAddress address) {
    return ofStranger(address)
        .getOrElse(
            () -> {
              byte[] login = ask(address, request(SASL_HANDSHAKE, "NONE"), WAIT_MILLIS);
              boolean wanted =
                  isAnswered(login) && login.length >= 10 && login[9] == NO_SUCH_MECHANISM;
              return wanted ? KAFKA_WITH_LOGIN : PLAIN_KAFKA;
            });
  }

  private static boolean isAnswered(byte[] answer) {
    return answer.length >= 8
        && (answer[4] & 0xff) == CORRELATION >>> 24
        && (answer[5] & 0xff) == (CORRELATION >>> 16 & 0xff)
        && (answer[6] & 0xff) == (CORRELATION >>> 8 & 0xff)
        && (answer[7] & 0xff) == (CORRELATION & 0xff);
  }

  private static boolean isTlsAlert(byte[] answer) {
    return answer.length >= 2 && answer[0] == TLS_ALERT && answer[1] == 3;
  }

  private static boolean isHttp(byte[] answer) {
    return new String(answer, ISO_8859_1).startsWith("HTTP/");
  }

  /** Version 0 of a request with one text, or none, as its body. */
  private static byte[] request(short api, String body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      int size = 2 + 2 + 4 + 2 + (body.isEmpty() ? 0 : 2 + body.length());
      out.writeInt(size);
      out.writeShort(api);
      out.writeShort(0);
      out.writeInt(CORRELATION);
      out.writeShort(-1); // no client id
      if (!body.isEmpty()) {
        out.writeUTF(body);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toByteArray();
  }

  /** The first bytes of the answer; none when there are none in time. */
  private static byte[] ask(ServerAddress address, byte[] question, int waitMillis) {
    try (Socket socket = connect(address)) {
      socket.setSoTimeout(waitMillis);
      socket.getOutputStream().write(question);
      socket.getOutputStream().flush();
      return socket.getInputStream().readNBytes(12);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  private static Socket connect(ServerAddress address) throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(address.host(), address.port()), WAIT_MILLIS);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private static boolean speaksTls(ServerAddress address) {
    try (Socket socket = connect(address);
        SSLSocket tls =
            (SSLSocket)
                trusting()
                    .getSocketFactory()
                    .createSocket(socket, address.host(), address.port(), true)) {
      tls.setSoTimeout(WAIT_MILLIS);
      tls.startHandshake();
      return true;
    } catch (SSLException e) {
      return String.valueOf(e.getMessage()).contains("alert");
    } catch (IOException | GeneralSecurityException e) {
      return false;
    }
  }

  /** Nothing is sent over it; only whether there is TLS at all counts. */
  private static SSLContext trusting() throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new TrustAny()}, null);
    return context;
  }

  private static final class TrustAny implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
