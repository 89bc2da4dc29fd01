package io.orderlake.adapters.registry.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.vavr.control.Either;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** One registry's REST API, read only. */
final class RestClient {
  private static final Duration CONNECTING = Duration.ofSeconds(10);
  private static final Duration ANSWERING = Duration.ofSeconds(30);
  private static final int MOST_BYTES = 16 << 20;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * What a registry says, beside the status 404, when it has none; a wrong path says other things.
   */
  private static final java.util.Set<Integer> NOT_FOUND = java.util.Set.of(40401, 40402, 40403);

  private final RegistryConnection connection;
  private final HttpClient http;

  RestClient(RegistryConnection connection) {
    this.connection = connection;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .connectTimeout(CONNECTING)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1);
    if (!connection.trustStore().isEmpty()) {
      builder.sslContext(TrustStore.of(connection.trustStore(), connection.trustStorePassword()));
    }
    this.http = builder.build();
  }

  /**
   * Asks.
   *
   * @param path behind the registry's URL
   * @return the answer, an object; or nothing where the registry says that it has no such thing
   * @throws LakeFailure when neither is said
   */
  Either<Boolean, JsonNode> get(String path) {
    HttpResponse<InputStream> response = send(path);
    byte[] body;
    try (InputStream in = response.body()) {
      body = in.readNBytes(MOST_BYTES + 1);
    } catch (IOException e) {
      throw unreachable(path, e);
    }
    int status = response.statusCode();
    JsonNode json = body.length > MOST_BYTES ? null : json(body);
    if (status == 200 && json != null) {
      return Either.right(json);
    }
    if (status == 404 && json != null && NOT_FOUND.contains(json.path("error_code").asInt())) {
      return Either.left(false);
    }
    throw refused(path, status);
  }

  private HttpResponse<InputStream> send(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base() + path))
            .timeout(ANSWERING)
            .header("Accept", "application/vnd.schemaregistry.v1+json, application/json");
    if (!connection.user().isEmpty()) {
      byte[] credentials = (connection.user() + ":" + connection.password()).getBytes(UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw unreachable(path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw LakeFailure.because(FailureCause.INTERRUPTED, asked(path) + " was broken off", e);
    }
  }

  private String base() {
    String url = connection.url().toString();
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  private static @Nullable JsonNode json(byte[] body) {
    try {
      JsonNode json = MAPPER.readTree(body);
      return json != null && json.isObject() ? json : null;
    } catch (JsonProcessingException e) {
      return null;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("reading from memory", e);
    }
  }

  private String asked(String path) {
    return "asking the schema registry " + base() + " for " + path;
  }

  private LakeFailure unreachable(String path, IOException e) {
    return LakeFailure.because(
        causeOf(e),
        asked(path)
            + " failed: "
            + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage())
            + "; check that it runs and that registry.url is right",
        e);
  }

  /** What ends early or is closed is a connection here, and no file. */
  private static FailureCause causeOf(IOException e) {
    FailureCause told =
        e instanceof HttpTimeoutException ? FailureCause.TIMED_OUT : FailureCause.of(e);
    return switch (told) {
      case TIMED_OUT, DENIED, INTERRUPTED, OUT_OF_MEMORY, TOO_MANY_FILES -> told;
      default -> FailureCause.UNREACHABLE;
    };
  }

  private LakeFailure refused(String path, int status) {
    String said = asked(path) + " was answered with the status " + status;
    if (status == 401 || status == 403) {
      return LakeFailure.because(
          FailureCause.DENIED,
          said + ": it lets this user in no further; correct registry.user and registry.password");
    }
    if (status == 408 || status == 429 || status >= 500) {
      return LakeFailure.because(
          status == 408 || status == 504 ? FailureCause.TIMED_OUT : FailureCause.STORE_FAULT,
          said + ": it cannot answer just now; look into its log if that stays");
    }
    return nonsense(path, "its status is " + status);
  }

  /** What was said is nothing that a registry says. */
  LakeFailure nonsense(String path, String why) {
    return LakeFailure.because(
        FailureCause.MISCONFIGURED,
        asked(path)
            + " was answered with something that no registry says ("
            + why
            + "); correct registry.url, with the path under which Confluent's API is there");
  }
}
