package io.orderlake.adapters.objectstore.gcs;

import com.google.cloud.hadoop.fs.gcs.GoogleHadoopFileSystem;
import com.google.cloud.hadoop.repackaged.gcs.com.google.api.client.http.HttpTransport;
import com.google.cloud.hadoop.repackaged.gcs.com.google.api.client.json.gson.GsonFactory;
import com.google.cloud.hadoop.repackaged.gcs.com.google.api.services.storage.Storage;
import com.google.cloud.hadoop.repackaged.gcs.com.google.auth.oauth2.GoogleCredentials;
import com.google.cloud.hadoop.repackaged.gcs.com.google.cloud.hadoop.gcsio.GoogleCloudStorageOptions;
import com.google.cloud.hadoop.repackaged.gcs.com.google.cloud.hadoop.util.HadoopCredentialsConfiguration;
import com.google.cloud.hadoop.repackaged.gcs.com.google.cloud.hadoop.util.HttpTransportFactory;
import com.google.cloud.hadoop.repackaged.gcs.com.google.cloud.hadoop.util.RequesterPaysOptions.RequesterPaysMode;
import com.google.cloud.hadoop.repackaged.gcs.com.google.cloud.hadoop.util.RetryHttpInitializer;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;

/** Google's own client, told what Hadoop's file system is told. */
final class GcsClient {
  private static final String SETTINGS = "fs.gs";

  private GcsClient() {}

  static Storage of(GoogleHadoopFileSystem files) throws IOException {
    GoogleCloudStorageOptions options = files.getGcsFs().getOptions().getCloudStorageOptions();
    refuseWhatIsNotFollowed(options);
    HttpTransport transport =
        HttpTransportFactory.createHttpTransport(
            options.getProxyAddress(),
            options.getProxyUsername(),
            options.getProxyPassword(),
            options.getHttpRequestReadTimeout());
    return new Storage.Builder(
            transport,
            GsonFactory.getDefaultInstance(),
            new RetryHttpInitializer(
                credentials(files.getConf()), options.toRetryHttpInitializerOptions()))
        .setRootUrl(options.getStorageRootUrl())
        .setServicePath(options.getStorageServicePath())
        .setApplicationName("orderlake")
        .build();
  }

  private static void refuseWhatIsNotFollowed(GoogleCloudStorageOptions options)
      throws IOException {
    if (options.getEncryptionKey() != null) {
      throw new IOException(
          "fs.gs.encryption.key is set, and a lake's own objects are not encrypted with a key that"
              + " each request brings; have the bucket encrypt by default, with a key of Cloud KMS"
              + " for instance");
    }
    if (options.getRequesterPaysOptions().getMode() != RequesterPaysMode.DISABLED) {
      throw new IOException(
          "fs.gs.requester.pays.mode is set, and a lake's own requests name nobody who pays; take"
              + " a bucket whose owner does");
    }
  }

  /** None for who says nothing of himself, as to a server of tests. */
  private static @Nullable GoogleCredentials credentials(Configuration configuration)
      throws IOException {
    GoogleCredentials own = HadoopCredentialsConfiguration.getCredentials(configuration, SETTINGS);
    GoogleCredentials other =
        HadoopCredentialsConfiguration.getImpersonatedCredentials(configuration, own, SETTINGS);
    return other == null ? own : other;
  }
}
