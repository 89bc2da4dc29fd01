package io.orderlake.adapters.registry.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/**
 * A schema registry on loopback that speaks the part of Confluent's REST API that Orderlake and a
 * producer use, as Confluent's documentation has it: schemas are posted to a subject, and got by
 * their id or by subject and version. No real one can be run from what the package registries
 * serve: Apicurio's is an application that Quarkus has to assemble, and Confluent's is not there.
 */
public final class FaithfulRegistry implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String JSON = "application/vnd.schemaregistry.v1+json";

  /**
   * A schema as it was registered.
   *
   * @param schema the body that was posted, with subject, version and id
   */
  private record Version(String subject, int version, int id, ObjectNode schema) {}

  /** What it does instead of answering. */
  public record Trouble(int status, String body) {}

  private final List<Version> versions = new ArrayList<>();
  private final AtomicInteger asked = new AtomicInteger();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private String credentials = "";
  private volatile Trouble trouble;

  private FaithfulRegistry(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Without encryption. */
  public static FaithfulRegistry start() throws IOException {
    return new FaithfulRegistry(HttpServer.create(anyPort(), 0));
  }

  /** With TLS. */
  static FaithfulRegistry start(SSLContext context) throws IOException {
    HttpsServer server = HttpsServer.create(anyPort(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    return new FaithfulRegistry(server);
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  /** From now on it lets in nobody else. */
  public FaithfulRegistry forUser(String user, String password) {
    String plain = user + ":" + password;
    credentials = "Basic " + Base64.getEncoder().encodeToString(plain.getBytes(UTF_8));
    return this;
  }

  /** From now on it answers so; null for as it should. */
  public void trouble(Trouble instead) {
    trouble = instead;
  }

  /** Where it is, or was before it was closed. */
  public URI url() {
    String scheme = server instanceof HttpsServer ? "https" : "http";
    return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort());
  }

  /** How often a client has asked for anything. */
  public int asked() {
    return asked.get();
  }

  /** The same registry on the same port, after it was closed. */
  public FaithfulRegistry restarted() throws IOException {
    FaithfulRegistry again = new FaithfulRegistry(HttpServer.create(server.getAddress(), 0));
    again.versions.addAll(versions);
    again.credentials = credentials;
    return again;
  }

  /** Registers a schema; also while it is closed to clients. */
  public int register(String subject, String type, String text, String... references) {
    ObjectNode body = MAPPER.createObjectNode().put("schemaType", type).put("schema", text);
    ArrayNode list = body.putArray("references");
    for (int i = 0; i < references.length; i += 2) {
      list.addObject()
          .put("name", references[i])
          .put("subject", references[i + 1])
          .put("version", 1);
    }
    return post(subject, body);
  }

  private synchronized int post(String subject, ObjectNode body) {
    int version = 1;
    int id = 1;
    for (Version known : versions) {
      boolean same =
          known.schema.get("schema").equals(body.get("schema"))
              && known.schema.path("references").equals(body.path("references"));
      if (same && known.subject.equals(subject)) {
        return known.id;
      }
      version += known.subject.equals(subject) ? 1 : 0;
      id = Math.max(id, known.id + 1);
    }
    versions.add(new Version(subject, version, id, body));
    return id;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked.incrementAndGet();
      Trouble instead = trouble;
      String given = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
      if (instead != null) {
        answer(exchange, instead.status, instead.body);
      } else if (!credentials.isEmpty() && !given.equals(credentials)) {
        answer(exchange, 401, error(401, "Unauthorized"));
      } else {
        String[] path = exchange.getRequestURI().getRawPath().substring(1).split("/");
        answerTo(exchange, path);
      }
    }
  }

  private void answerTo(HttpExchange exchange, String[] path) throws IOException {
    boolean isPost = exchange.getRequestMethod().equals("POST");
    if (path.length == 3 && path[0].equals("schemas") && path[1].equals("ids")) {
      answer(exchange, byId(Integer.parseInt(path[2])), 40403, "Schema " + path[2] + " not found");
    } else if (path.length == 4 && path[0].equals("subjects") && path[2].equals("versions")) {
      String subject = URLDecoder.decode(path[1], UTF_8);
      answer(exchange, bySubject(subject, path[3]), 40402, "Version " + path[3] + " not found");
    } else if (isPost && path.length == 3 && path[0].equals("subjects")) {
      JsonNode body = MAPPER.readTree(exchange.getRequestBody());
      int id = post(URLDecoder.decode(path[1], UTF_8), (ObjectNode) body);
      answer(exchange, 200, MAPPER.createObjectNode().put("id", id).toString());
    } else {
      answer(exchange, 404, error(404, "HTTP 404 Not Found"));
    }
  }

  /** Avro's is the type that is not said. */
  private synchronized ObjectNode byId(int id) {
    for (Version known : versions) {
      if (known.id == id) {
        ObjectNode answer = known.schema.deepCopy();
        if (answer.path("schemaType").asText().equals("AVRO")) {
          answer.remove("schemaType");
        }
        if (answer.path("references").isEmpty()) {
          answer.remove("references");
        }
        return answer;
      }
    }
    return null;
  }

  private synchronized ObjectNode bySubject(String subject, String version) {
    for (Version known : versions) {
      if (known.subject.equals(subject) && version.equals("" + known.version)) {
        return byId(known.id).put("subject", subject).put("id", known.id);
      }
    }
    return null;
  }

  private static String error(int code, String message) {
    return MAPPER.createObjectNode().put("error_code", code).put("message", message).toString();
  }

  private static void answer(HttpExchange exchange, ObjectNode found, int code, String message)
      throws IOException {
    answer(
        exchange,
        found == null ? 404 : 200,
        found == null ? error(code, message) : found.toString());
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", JSON);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
