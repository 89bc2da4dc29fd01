package io.orderlake.adapters.objectstore.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.delta.storage.LogStore;
import io.orderlake.adapters.objectstore.server.GcsServer;
import io.orderlake.adapters.objectstore.server.S3Server;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * A process that commits: to each line with a version it answers whether the commit is in. Its
 * arguments are the log store's class, the server, the log's directory and its own name.
 */
final class Committer {
  private Committer() {}

  public static void main(String[] arguments) throws Exception {
    Configuration configuration = new Configuration();
    URI server = URI.create(arguments[1]);
    (arguments[2].startsWith("gs:") ? GcsServer.settings(server) : S3Server.settings(server))
        .forEach(configuration::set);
    LogStore store =
        Class.forName(arguments[0])
            .asSubclass(LogStore.class)
            .getConstructor(Configuration.class)
            .newInstance(configuration);
    BufferedReader versions = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (String version = versions.readLine(); version != null; version = versions.readLine()) {
      try {
        Path commit = new Path(arguments[2] + "/" + version + ".json");
        store.write(commit, List.of(arguments[3]).iterator(), false, configuration);
        System.out.println("in");
      } catch (FileAlreadyExistsException taken) {
        System.out.println("taken");
      }
    }
  }
}
