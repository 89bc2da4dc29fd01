package io.orderlake.adapters.kafka.reach;

import io.orderlake.adapters.kafka.KafkaConnection;
import io.orderlake.adapters.kafka.KafkaFailure;
import io.orderlake.domain.failure.FailureCause;
import io.vavr.collection.List;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;

/**
 * A look at a cluster through each of its addresses, to be had before Kafka's clients are trusted
 * with them: those wait long and then report that they have waited.
 */
public final class ClusterLook {
  /** What a name server that is away may take beyond the steps that have bounds of their own. */
  private static final long MOST_SECONDS = 30;

  private final KafkaConnection connection;

  private ClusterLook(KafkaConnection connection) {
    this.connection = connection;
  }

  /**
   * What was found.
   *
   * @param clusterId tells the cluster from every other
   * @param warnings a sentence for each address that is of no use, while others are
   */
  public record Seen(String clusterId, List<String> warnings) {}

  /**
   * Looks.
   *
   * @throws KafkaFailure when none of the addresses can be used; says why of each
   */
  public static Seen at(KafkaConnection connection) {
    List<ServerAddress> addresses =
        ServerAddress.list(connection.bootstrapServers())
            .getOrElseThrow(
                wrong ->
                    KafkaFailure.lasting(
                        "the Kafka address '" + connection.bootstrapServers() + "' " + wrong));
    return new ClusterLook(connection).through(addresses);
  }

  private Seen through(List<ServerAddress> addresses) {
    List<Either<Obstacle, Seen>> found = all(addresses);
    List<Obstacle> obstacles = found.filter(Either::isLeft).map(Either::getLeft);
    Option<Seen> usable = found.find(Either::isRight).map(Either::get);
    List<String> sentences = obstacles.map(Obstacle::sentence).distinct();
    return usable
        .map(
            seen ->
                new Seen(
                    seen.clusterId(),
                    sentences
                        .map(s -> s + "; going on with the others")
                        .appendAll(seen.warnings())))
        .getOrElseThrow(
            () ->
                new KafkaFailure(
                    obstacles
                        .map(Obstacle::why)
                        .find(FailureCause::isPassing)
                        .getOrElse(() -> obstacles.head().why()),
                    sentences.mkString("; and "),
                    obstacles.forAll(Obstacle::awaited)));
  }

  /** Side by side, so that several that do not answer take no longer than one. */
  private List<Either<Obstacle, Seen>> all(List<ServerAddress> addresses) {
    ExecutorService threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "kafka-look");
              thread.setDaemon(true);
              return thread;
            });
    try {
      return addresses
          .map(
              address ->
                  CompletableFuture.supplyAsync(() -> look(address), threads)
                      .completeOnTimeout(
                          Either.left(
                              Obstacle.passing(
                                  address
                                      + " was not found out about within "
                                      + MOST_SECONDS
                                      + " s; check this machine's name server (DNS)")),
                          MOST_SECONDS,
                          TimeUnit.SECONDS))
          .map(ClusterLook::joined);
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> T joined(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private Either<Obstacle, Seen> look(ServerAddress address) {
    Option<Obstacle> outside = Doorstep.obstacle(address);
    if (outside.isDefined()) {
      return Either.left(
          outside
              .get()
              .saying(
                  "the Kafka address "
                      + address
                      + " "
                      + outside.get().sentence()
                      + "; check its spelling, and that the broker runs"));
    }
    try {
      return inside(address, FirstTalk.with(connection, address));
    } catch (AuthenticationException e) {
      return Either.left(Refusal.of(connection, address, e));
    } catch (KafkaException e) {
      return Either.left(
          Obstacle.lasting(
              "the settings kafka.client.* cannot be used: " + Refusal.root(e).getMessage()));
    } catch (IOException e) {
      return Either.left(Refusal.of(connection, address));
    }
  }

  /** A broker is of use only where the brokers can be reached that it names. */
  private static Either<Obstacle, Seen> inside(ServerAddress address, FirstTalk.Cluster cluster) {
    List<Obstacle> lost =
        cluster
            .brokers()
            .distinct()
            .filter(named -> !named.equals(address))
            .flatMap(named -> Doorstep.obstacle(named).map(o -> misnamed(address, named, o)));
    return !lost.isEmpty() && lost.size() == cluster.brokers().distinct().size()
        ? Either.left(Obstacle.nowhere(lost.map(Obstacle::sentence).mkString("; ")))
        : Either.right(new Seen(cluster.id(), lost.map(Obstacle::sentence)));
  }

  private static Obstacle misnamed(ServerAddress address, ServerAddress named, Obstacle obstacle) {
    return obstacle.saying(
        "the broker at "
            + address
            + " names itself "
            + named
            + ", which "
            + obstacle.sentence()
            + "; correct the broker's advertised.listeners, or make this machine know that address");
  }
}
