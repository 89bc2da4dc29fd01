package io.orderlake.bootstrap.story;

import static java.util.stream.Collectors.joining;

import io.orderlake.application.fixture.FreePorts;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * Spark's own master and two workers of one core each, in processes of their own on the loopback
 * address. What they run on holds Spark and nothing of this program, nor what it brings along.
 */
final class SparkCluster implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Beginnings of the names of jars that Spark's distribution does not have. */
  private static final List<String> NOT_OF_SPARK =
      List.of(
          "orderlake-",
          "delta-",
          "vavr-",
          "guice-",
          "kafka-clients-",
          "spark-sql-kafka-",
          "spark-token-provider-",
          "hadoop-aws-",
          "aws-java-sdk-",
          "gcs-connector-",
          "jackson-module-blackbird-",
          "wire-",
          "okio-",
          "junit-",
          "assertj-");

  private final Path home;
  private final Process master;
  private final int port;
  private final List<Process> workers = new ArrayList<>();

  private SparkCluster(Path home, Process master, int port) {
    this.home = home;
    this.master = master;
    this.port = port;
  }

  /** Starts it, with all it writes in the folder. */
  static SparkCluster start(Path folder) throws Exception {
    Path home = Files.createDirectory(folder.resolve("spark"));
    install(Files.createDirectory(home.resolve("jars")));
    int port = FreePorts.one();
    Process master =
        run(home, "master.Master", "--host", "127.0.0.1", "--port", "" + port, "--webui-port", "0");
    SparkCluster cluster = new SparkCluster(home, master, port);
    try {
      cluster.await(home.resolve("master.Master-0.out"), "New state: ALIVE");
      cluster.addWorker();
      cluster.addWorker();
    } catch (Exception | Error e) {
      cluster.close();
      throw e;
    }
    return cluster;
  }

  /** One jar that names all others. */
  private static void install(Path jars) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest
        .getMainAttributes()
        .put(
            Attributes.Name.CLASS_PATH,
            Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(SparkCluster::isOfSpark)
                .map(jar -> jar.toUri().toString())
                .collect(joining(" ")));
    new JarOutputStream(Files.newOutputStream(jars.resolve("all.jar")), manifest).close();
  }

  private static boolean isOfSpark(Path entry) {
    String name = entry.getFileName().toString();
    return name.endsWith(".jar") && NOT_OF_SPARK.stream().noneMatch(name::startsWith);
  }

  /** Where drivers find the master. */
  String url() {
    return "spark://127.0.0.1:" + port;
  }

  /** Adds a worker of one core. */
  void addWorker() throws Exception {
    Path out = home.resolve("worker.Worker-" + workers.size() + ".out");
    workers.add(
        run(
            home,
            workers.size(),
            "worker.Worker",
            "--host",
            "127.0.0.1",
            "--cores",
            "1",
            "--memory",
            "1g",
            "--webui-port",
            "0",
            url()));
    await(out, "Successfully registered with master");
  }

  private static Process run(Path home, String program, String... arguments) throws IOException {
    return run(home, 0, program, arguments);
  }

  private static Process run(Path home, int number, String program, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-cp", home + "/jars/*"));
    command.add("org.apache.spark.deploy." + program);
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(home.resolve(program + "-" + number + ".out").toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "SPARK_HOME",
                home.toString(),
                "SPARK_SCALA_VERSION",
                "2.12",
                "SPARK_LOCAL_IP",
                "127.0.0.1"));
    return builder.start();
  }

  /** Kills an executor, as the kernel does where memory runs out. */
  void killAnExecutor() {
    ProcessHandle executor =
        executors().findFirst().orElseThrow(() -> new AssertionError("there is no executor"));
    executor.destroyForcibly();
    executor.onExit().join();
  }

  /** Kills a worker, and what it runs, as when its machine fails. */
  void killAWorker() throws InterruptedException {
    end(workers.get(0));
  }

  /** Kills all of them. */
  void killTheWorkers() throws InterruptedException {
    for (Process worker : workers) {
      end(worker);
    }
  }

  private Stream<ProcessHandle> executors() {
    return workers.stream()
        .flatMap(Process::descendants)
        .filter(child -> child.info().commandLine().orElse("").contains("ExecutorBackend"));
  }

  private void await(Path out, String word) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.readString(out).contains(word)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("'" + word + "' was not said, but: " + Files.readString(out));
      }
      Thread.sleep(100);
    }
  }

  private static void end(Process process) throws InterruptedException {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    children.forEach(child -> child.onExit().join());
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("it did not end: " + process);
    }
  }

  @Override
  public void close() throws InterruptedException {
    killTheWorkers();
    end(master);
  }
}
