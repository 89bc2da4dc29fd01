package io.orderlake.adapters.objectstore.s3;

import io.orderlake.adapters.objectstore.ObjectStore;
import io.orderlake.adapters.objectstore.ObjectStoreContract;
import io.orderlake.adapters.objectstore.server.S3Server;
import io.orderlake.adapters.objectstore.server.SharedS3Server;
import java.net.URI;
import java.nio.file.Path;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.s3a.S3AFileSystem;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class S3ObjectsTest extends ObjectStoreContract {
  @TempDir static Path dir;

  @RegisterExtension static final SharedS3Server S3 = new SharedS3Server(() -> dir);

  @Override
  protected URI server() {
    return S3.server().endpoint();
  }

  @Override
  protected FileSystem open(URI through) {
    return S3.server().open(S3Server.settings(through));
  }

  @Override
  protected ObjectStore storeOf(FileSystem opened) {
    return new S3Objects((S3AFileSystem) opened);
  }
}
