package io.orderlake.adapters.registry.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderlake.adapters.registry.rest.FaithfulRegistry.Trouble;
import io.orderlake.application.contract.SchemaRegistryContract;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.schema.RegisteredSchema;
import io.orderlake.domain.schema.RegisteredSchema.Reference;
import io.orderlake.domain.schema.SchemaAnswer;
import io.orderlake.domain.schema.SchemaRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestSchemaRegistryTest implements SchemaRegistryContract {
  private static final String PASSWORD = "p4ssw0rd:ü";

  @TempDir private Path folder;
  private FaithfulRegistry server;

  @AfterEach
  void close() {
    if (server != null) {
      server.close();
    }
  }

  @Override
  public SchemaRegistry having(List<RegisteredSchema> schemas) throws Exception {
    server = FaithfulRegistry.start().forUser("ada", PASSWORD);
    for (RegisteredSchema schema : schemas) {
      assertThat(server.register("topic-value", schema.type(), schema.text(), references(schema)))
          .isEqualTo(schemas.indexOf(schema) + 1);
    }
    for (RegisteredSchema schema : schemas) {
      Reference before = null;
      for (Reference reference : schema.references()) {
        server.register(
            "the subject/" + reference.name(),
            schema.type(),
            reference.text(),
            before == null
                ? new String[0]
                : new String[] {before.name(), "the subject/" + before.name()});
        before = reference;
      }
    }
    return registry("ada", PASSWORD);
  }

  /** To its last one only, which refers to the others. */
  private static String[] references(RegisteredSchema schema) {
    if (schema.references().isEmpty()) {
      return new String[0];
    }
    String name = schema.references().get(schema.references().size() - 1).name();
    return new String[] {name, "the subject/" + name};
  }

  private SchemaRegistry registry(String user, String password) {
    return registry(server.url(), user, password, "");
  }

  private static SchemaRegistry registry(URI url, String user, String password, String trusted) {
    return new RestSchemaRegistry(
        new RegistryConnection(url, user, password, trusted, "storepass"));
  }

  private static LakeFailure failure(SchemaRegistry registry) {
    LakeFailure failure = catchThrowableOfType(LakeFailure.class, () -> registry.schema(7));
    assertThat(failure.getMessage()).contains("/schemas/ids/7").doesNotContain(PASSWORD);
    return failure;
  }

  @Test
  void a_wrong_password_is_no_answer_and_is_not_shown() throws Exception {
    server = FaithfulRegistry.start().forUser("ada", "another");
    SchemaRegistry registry = registry("ada", PASSWORD);

    assertThat(failure(registry).failureCause()).isEqualTo(FailureCause.DENIED);
    assertThat(registry).asString().contains(server.url().toString()).doesNotContain(PASSWORD);
    assertThat(new RegistryConnection(server.url(), "ada", PASSWORD, "", PASSWORD))
        .asString()
        .doesNotContain(PASSWORD);
  }

  @ParameterizedTest
  @CsvSource({
    "403, '{}', DENIED",
    "429, '{}', STORE_FAULT",
    "500, '{\"error_code\":50001}', STORE_FAULT",
    "503, '', STORE_FAULT",
    "504, '', TIMED_OUT",
    "404, '<html>not here</html>', MISCONFIGURED",
    "404, '{\"error_code\":404}', MISCONFIGURED",
    "301, '', MISCONFIGURED",
    "200, '<html>log in</html>', MISCONFIGURED",
    "200, '[]', MISCONFIGURED",
    "200, '{\"schema\":1}', MISCONFIGURED",
    "200, '', MISCONFIGURED"
  })
  void what_no_registry_says_is_no_answer(int status, String body, FailureCause why)
      throws Exception {
    server = FaithfulRegistry.start();
    server.trouble(new Trouble(status, body));

    assertThat(failure(registry("", "")).failureCause()).isEqualTo(why);
  }

  @Test
  void a_registry_that_is_gone_is_no_answer() throws Exception {
    server = FaithfulRegistry.start();
    server.close();

    LakeFailure failure = failure(registry("ada", PASSWORD));
    assertThat(failure.failureCause()).isEqualTo(FailureCause.UNREACHABLE);
    assertThat(failure.retryable()).isTrue();
  }

  @Test
  void a_connection_that_is_broken_off_is_no_answer() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread closing =
          new Thread(
              () -> {
                while (!socket.isClosed()) {
                  try (Socket asked = socket.accept()) {
                    asked.getInputStream().read();
                  } catch (IOException e) {
                    return;
                  }
                }
              });
      closing.setDaemon(true);
      closing.start();
      URI url = URI.create("http://127.0.0.1:" + socket.getLocalPort());

      LakeFailure failure = failure(registry(url, "ada", PASSWORD, ""));
      assertThat(failure.failureCause()).isEqualTo(FailureCause.UNREACHABLE);
    }
  }

  @Test
  void a_reference_that_is_gone_is_an_answer() throws Exception {
    server = FaithfulRegistry.start();
    server.register("topic-value", "AVRO", "\"a.B\"", "a.B", "gone");

    assertThat(registry("", "").schema(1))
        .isEqualTo(
            new SchemaAnswer.Unknown(
                "refers to the version 1 of the subject gone, which the registry does not have"));
  }

  @Test
  void a_schema_that_refers_to_itself_is_no_endless_question() throws Exception {
    server = FaithfulRegistry.start();
    server.register("one", "AVRO", "\"a.B\"", "a.B", "one");

    assertThat(registry("", "").schema(1)).isInstanceOf(SchemaAnswer.Known.class);
  }

  @Test
  void a_certificate_is_trusted_by_a_store_of_either_form() throws Exception {
    Path keys = folder.resolve("keys.p12");
    keytool(
        "-genkeypair",
        "-alias",
        "r",
        "-keyalg",
        "RSA",
        "-dname",
        "CN=r",
        "-ext",
        "san=ip:127.0.0.1",
        "-keystore",
        keys.toString(),
        "-storepass",
        "storepass");
    Path pem = folder.resolve("r.pem");
    keytool(
        "-exportcert",
        "-rfc",
        "-alias",
        "r",
        "-keystore",
        keys.toString(),
        "-storepass",
        "storepass",
        "-file",
        pem.toString());
    Path store = folder.resolve("trusted.p12");
    keytool(
        "-importcert",
        "-noprompt",
        "-alias",
        "r",
        "-file",
        pem.toString(),
        "-keystore",
        store.toString(),
        "-storepass",
        "storepass");
    server = FaithfulRegistry.start(context(keys));
    server.register("one", "AVRO", "\"int\"");

    for (Path trusted : List.of(pem, store)) {
      assertThat(registry(server.url(), "", "", trusted.toString()).schema(1))
          .isInstanceOf(SchemaAnswer.Known.class);
    }
    assertThat(failure(registry(server.url(), "", "", "")).failureCause())
        .isEqualTo(FailureCause.DENIED);
    SchemaRegistry missing = registry(server.url(), "", "", folder.resolve("none").toString());
    LakeFailure failure = catchThrowableOfType(LakeFailure.class, () -> missing.schema(1));
    assertThat(failure.failureCause()).isEqualTo(FailureCause.MISCONFIGURED);
    assertThat(failure.getMessage()).contains("registry.trust-store");
  }

  private static SSLContext context(Path keys) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, "storepass".toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, "storepass".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private static void keytool(String... arguments) throws Exception {
    List<String> command = new java.util.ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
