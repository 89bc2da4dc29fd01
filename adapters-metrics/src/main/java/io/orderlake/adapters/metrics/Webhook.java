package io.orderlake.adapters.metrics;

import io.orderlake.domain.alert.Trouble;
import io.orderlake.domain.alert.TroubleReceiver;
import io.orderlake.protocol.alert.NotificationJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Posts troubles to an address, as Alertmanager does. The address is a secret: whoever has it can
 * post there; nothing that is said here holds it.
 */
public final class Webhook implements TroubleReceiver {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final URI url;
  private final String lake;
  private final Duration patience;
  private final Consumer<String> notes;
  private final HttpClient client;

  /**
   * One at an address.
   *
   * @param lake the label that tells this lake from others
   * @param notes takes why something was not taken, without the address
   */
  public Webhook(URI url, String lake, Consumer<String> notes) {
    this(url, lake, PATIENCE, notes);
  }

  Webhook(URI url, String lake, Duration patience, Consumer<String> notes) {
    this.url = url;
    this.lake = lake;
    this.patience = patience;
    this.notes = notes;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(patience)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  @Override
  public boolean tell(Trouble trouble) {
    try {
      HttpResponse<Void> answer =
          client.send(request(NotificationJson.write(trouble, lake)), BodyHandlers.discarding());
      boolean taken = answer.statusCode() / 100 == 2;
      if (!taken) {
        notes.accept("it answers with status " + answer.statusCode());
      }
      return taken;
    } catch (IOException e) {
      notes.accept("it cannot be reached (" + e.getClass().getSimpleName() + ")");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private HttpRequest request(byte[] body) {
    return HttpRequest.newBuilder(url)
        .timeout(patience)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofByteArray(body))
        .build();
  }
}
