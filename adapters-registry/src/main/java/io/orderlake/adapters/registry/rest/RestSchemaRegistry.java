package io.orderlake.adapters.registry.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderlake.domain.schema.RegisteredSchema;
import io.orderlake.domain.schema.RegisteredSchema.Reference;
import io.orderlake.domain.schema.SchemaAnswer;
import io.orderlake.domain.schema.SchemaRegistry;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks a registry that speaks Confluent's REST API: Confluent's own, and Apicurio's, Karapace's or
 * Redpanda's under the path where they speak it. The connection is made where the first question is
 * asked.
 */
public final class RestSchemaRegistry implements SchemaRegistry {
  private static final long serialVersionUID = 1;

  /** A schema of more is none that one would wait for. */
  private static final int MOST_REFERENCES = 200;

  private final RegistryConnection connection;
  private transient @Nullable RestClient client;

  /** Asks nothing yet. */
  public RestSchemaRegistry(RegistryConnection connection) {
    this.connection = connection;
  }

  @Override
  public SchemaAnswer schema(int id) {
    RestClient rest = client();
    String path = "/schemas/ids/" + id;
    return rest.get(path)
        .fold(
            unknown -> new SchemaAnswer.Unknown("the registry does not have"),
            found -> answer(rest, path, found));
  }

  private synchronized RestClient client() {
    RestClient here = client;
    if (here == null) {
      here = new RestClient(connection);
      client = here;
    }
    return here;
  }

  private static SchemaAnswer answer(RestClient rest, String path, JsonNode found) {
    References references = new References(rest);
    String missing = references.collect(path, found);
    return missing == null
        ? new SchemaAnswer.Known(
            new RegisteredSchema(
                found.path("schemaType").asText("AVRO"),
                text(rest, path, found, "schema"),
                references.inOrder()))
        : new SchemaAnswer.Unknown("refers to " + missing + ", which the registry does not have");
  }

  private static String text(RestClient rest, String path, JsonNode found, String name) {
    JsonNode text = found.get(name);
    if (text == null || !text.isTextual()) {
      throw rest.nonsense(path, "it has no text '" + name + "'");
    }
    return text.textValue();
  }

  /** What a schema refers to, and what that refers to. */
  private static final class References {
    private final RestClient rest;
    private final Map<String, Reference> found = new LinkedHashMap<>();
    private final Map<String, Boolean> begun = new LinkedHashMap<>();

    References(RestClient rest) {
      this.rest = rest;
    }

    /** Null; or the first one that is not there. */
    @Nullable String collect(String path, JsonNode schema) {
      for (JsonNode reference : schema.path("references")) {
        String subject = text(rest, path, reference, "subject");
        String version = reference.path("version").asText();
        String missing = collect(subject, version, text(rest, path, reference, "name"));
        if (missing != null) {
          return missing;
        }
      }
      return null;
    }

    private @Nullable String collect(String subject, String version, String name) {
      String key = name + " " + subject + " " + version;
      if (begun.putIfAbsent(key, true) != null) {
        return null;
      }
      String path =
          "/subjects/"
              + URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20")
              + "/versions/"
              + URLEncoder.encode(version, StandardCharsets.UTF_8)
              + "?deleted=true";
      if (begun.size() > MOST_REFERENCES) {
        throw rest.nonsense(path, "a schema refers to more than " + MOST_REFERENCES + " others");
      }
      JsonNode schema = rest.get(path).getOrNull();
      if (schema == null) {
        return "the version " + version + " of the subject " + subject;
      }
      String missing = collect(path, schema);
      found.put(key, new Reference(name, text(rest, path, schema, "schema")));
      return missing;
    }

    List<Reference> inOrder() {
      return new ArrayList<>(found.values());
    }
  }

  /** For people, without secrets. */
  @Override
  public String toString() {
    return "the schema registry " + connection.url();
  }
}
