package io.orderlake.adapters.delta.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.security.UserGroupInformation;

/**
 * Gives this process a name of Hadoop's where the system has none for its user id, as in a
 * container under any id: Hadoop's login fails there, also for files of this machine. Whoever is
 * the first to ask Hadoop for a file system calls this before.
 */
public final class UnnamedUser {
  private static final String NAME = "orderlake";

  private UnnamedUser() {}

  /** Does nothing where the login succeeds, or where Kerberos has to know the name. */
  public static void logIn() {
    try {
      UserGroupInformation.getLoginUser();
    } catch (IOException e) {
      if (UserGroupInformation.isSecurityEnabled()) {
        throw new UncheckedIOException("Hadoop's login failed", e);
      }
      UserGroupInformation.setLoginUser(UserGroupInformation.createRemoteUser(name()));
    }
  }

  private static String name() {
    String given = System.getenv("HADOOP_USER_NAME");
    return given == null || given.isBlank() ? NAME : given;
  }
}
