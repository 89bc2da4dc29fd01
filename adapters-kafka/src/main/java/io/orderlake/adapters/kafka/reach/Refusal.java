package io.orderlake.adapters.kafka.reach;

import io.orderlake.adapters.kafka.KafkaConnection;
import org.apache.kafka.common.errors.AuthenticationException;

/** Why a server that can be reached does not talk. */
final class Refusal {
  private static final String PLAINTEXT = "PLAINTEXT";

  private Refusal() {}

  /** TLS or the login failed. */
  static Obstacle of(
      KafkaConnection connection, ServerAddress address, AuthenticationException failure) {
    Throwable root = root(failure);
    String why =
        root == failure ? failure.getMessage() : failure.getMessage() + ": " + root.getMessage();
    if (protocol(connection).contains("SSL") && Greeting.of(address) != Greeting.TLS) {
      return of(connection, address);
    }
    if (protocol(connection).startsWith("SASL") && Greeting.of(address) == Greeting.PLAIN_KAFKA) {
      return of(connection, address);
    }
    return Obstacle.denied(
        "the broker at "
            + address
            + " and the settings kafka.client.* do not agree ("
            + protocol(connection)
            + "): "
            + why
            + "; check user and password, mechanism and certificates");
  }

  /** The connection broke off, or nothing was said. */
  static Obstacle of(KafkaConnection connection, ServerAddress address) {
    return of(connection, address, Greeting.of(address));
  }

  /** That answers where a broker should. */
  static Obstacle of(KafkaConnection connection, ServerAddress address, Greeting greeting) {
    String asked = protocol(connection);
    return switch (greeting) {
      case TLS ->
          Obstacle.lasting(
              asked.contains("SSL")
                  ? "the server at "
                      + address
                      + " speaks TLS and broke off; check that it is a Kafka broker, and the"
                      + " settings kafka.client.ssl.*"
                  : "the server at "
                      + address
                      + " speaks TLS, and the settings ask for "
                      + asked
                      + "; set kafka.client.security.protocol to SSL or SASL_SSL, or name its"
                      + " plaintext listener");
      case PLAIN_KAFKA ->
          asked.equals(PLAINTEXT)
              ? Obstacle.passing(
                  "the broker at " + address + " breaks the connection off; look at its log")
              : Obstacle.lasting(
                  "the broker at "
                      + address
                      + " speaks plaintext without a login, and the settings ask for "
                      + asked
                      + "; name its secured listener, or correct kafka.client.security.protocol");
      case KAFKA_WITH_LOGIN ->
          Obstacle.lasting(
              "the broker at "
                  + address
                  + " asks for a login without TLS, and the settings ask for "
                  + asked
                  + "; set kafka.client.security.protocol to SASL_PLAINTEXT, with"
                  + " kafka.client.sasl.mechanism and kafka.client.sasl.jaas.config");
      case HTTP ->
          Obstacle.lasting(
              "a web server answers at " + address + ", not a Kafka broker; check the port");
      case OTHER ->
          Obstacle.lasting(
              "the server at " + address + " does not speak Kafka's protocol; check the port");
      case SILENCE ->
          Obstacle.passing(
              "the server at "
                  + address
                  + " takes connections and says nothing; check that it is a Kafka broker and"
                  + " that it is well");
    };
  }

  static String protocol(KafkaConnection connection) {
    return connection.clientProperties().getOrDefault("security.protocol", PLAINTEXT);
  }

  static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
