package io.orderlake.adapters.objectstore.gcs;

import com.google.cloud.hadoop.fs.gcs.GoogleHadoopFileSystem;
import com.google.cloud.hadoop.repackaged.gcs.com.google.api.client.http.ByteArrayContent;
import com.google.cloud.hadoop.repackaged.gcs.com.google.api.client.http.HttpResponseException;
import com.google.cloud.hadoop.repackaged.gcs.com.google.api.services.storage.Storage;
import com.google.cloud.hadoop.repackaged.gcs.com.google.api.services.storage.model.Objects;
import com.google.cloud.hadoop.repackaged.gcs.com.google.api.services.storage.model.StorageObject;
import com.google.cloud.hadoop.repackaged.gcs.com.google.cloud.hadoop.util.ApiErrorExtractor;
import io.orderlake.adapters.objectstore.ObjectStore;
import io.orderlake.adapters.objectstore.StoredObject;
import io.orderlake.adapters.objectstore.client.PutNew;
import io.orderlake.adapters.objectstore.client.Repeated;
import io.orderlake.adapters.objectstore.client.StoreAnswer;
import io.orderlake.adapters.objectstore.client.UndecidedPut;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.time.Instant;
import java.util.Map;

/**
 * A bucket of Google Cloud Storage, with the credentials and endpoint of Hadoop's {@code gs} file
 * system, one request for each call. Hadoop's own way to create an object is two requests, and to
 * list some of a folder is to list all of it.
 */
public final class GcsObjects implements ObjectStore {
  private static final long PAGE = 1_000;

  private static final ApiErrorExtractor ERRORS = ApiErrorExtractor.INSTANCE;

  /** The generation of an object that is not there. */
  private static final long NONE = 0;

  private final Storage client;
  private final String bucket;

  /**
   * The bucket of that file system.
   *
   * @throws IOException when there are no credentials, or a setting that is not followed
   */
  public GcsObjects(GoogleHadoopFileSystem fileSystem) throws IOException {
    this.client = GcsClient.of(fileSystem);
    this.bucket = fileSystem.getUri().getAuthority();
  }

  @Override
  public boolean putNew(String key, byte[] content) throws IOException {
    return PutNew.decide(toString() + key, id -> putOnCondition(key, content, id), () -> idOf(key));
  }

  private void putOnCondition(String key, byte[] content, String id) throws IOException {
    StorageObject object = new StorageObject().setName(key).setMetadata(Map.of(PutNew.ID, id));
    try {
      insert(object, content).setIfGenerationMatch(NONE).execute();
    } catch (IOException e) {
      IOException answer = translated("put", key, e);
      throw isUndecided(e) ? new UndecidedPut(answer) : answer;
    }
  }

  /** Whether an object may be there now, this one or another's. */
  private static boolean isUndecided(IOException e) {
    if (e instanceof HttpResponseException answer) {
      int status = answer.getStatusCode();
      return ERRORS.rateLimited(e)
          || status == 412
          || status == 409
          || status == 408
          || status == 429
          || (status >= 500 && status != 501);
    }
    return true;
  }

  /** Empty for an object that was put by other means. */
  private Option<String> idOf(String key) throws IOException {
    try {
      Map<String, String> metadata = client.objects().get(bucket, key).execute().getMetadata();
      return Option.some(metadata == null ? "" : metadata.getOrDefault(PutNew.ID, ""));
    } catch (IOException e) {
      if (isMissing(e)) {
        return Option.none();
      }
      throw translated("look at", key, e);
    }
  }

  @Override
  public void put(String key, byte[] content) throws IOException {
    try {
      insert(new StorageObject().setName(key), content).execute();
    } catch (IOException e) {
      throw translated("put", key, e);
    }
  }

  private Storage.Objects.Insert insert(StorageObject object, byte[] content) throws IOException {
    Storage.Objects.Insert insert =
        client
            .objects()
            .insert(bucket, object, new ByteArrayContent("application/octet-stream", content));
    insert.getMediaHttpUploader().setDirectUploadEnabled(true);
    insert.setDisableGZipContent(true);
    return insert;
  }

  @Override
  public Option<byte[]> get(String key) throws IOException {
    return Repeated.of(
        () -> {
          try (InputStream content =
              client.objects().get(bucket, key).executeMediaAsInputStream()) {
            return Option.some(content.readAllBytes());
          } catch (IOException e) {
            if (isMissing(e)) {
              return Option.none();
            }
            throw translated("get", key, e);
          }
        });
  }

  @Override
  public List<StoredObject> list(String prefix, String from) throws IOException {
    List<StoredObject> found = List.empty();
    try {
      Storage.Objects.List request =
          client
              .objects()
              .list(bucket)
              .setPrefix(prefix)
              .setDelimiter("/")
              .setMaxResults(PAGE)
              .setFields("items(name,size,timeCreated),nextPageToken");
      if (!from.isEmpty()) {
        request.setStartOffset(prefix + from);
      }
      Objects page;
      do {
        page = request.execute();
        found =
            List.ofAll(Option.of(page.getItems()).getOrElse(java.util.List.of()))
                .map(object -> stored(prefix, object))
                .filter(object -> !object.name().isEmpty())
                .prependAll(found);
        request.setPageToken(page.getNextPageToken());
      } while (page.getNextPageToken() != null);
      return found;
    } catch (IOException e) {
      throw translated("list", prefix, e);
    }
  }

  private static StoredObject stored(String prefix, StorageObject object) {
    return new StoredObject(
        object.getName().substring(prefix.length()),
        object.getSize().longValueExact(),
        Instant.ofEpochMilli(object.getTimeCreated().getValue()));
  }

  @Override
  public void delete(String key) throws IOException {
    try {
      client.objects().delete(bucket, key).execute();
    } catch (IOException e) {
      if (!isMissing(e)) {
        throw translated("delete", key, e);
      }
    }
  }

  /** Of the object, not of the bucket. */
  private static boolean isMissing(IOException e) {
    return e instanceof HttpResponseException answer
        && answer.getStatusCode() == 404
        && !String.valueOf(ERRORS.getErrorMessage(e)).contains("bucket does not exist");
  }

  /** By the kinds that Hadoop knows, in one line. */
  private IOException translated(String what, String key, IOException e) {
    if (!(e instanceof HttpResponseException answer)) {
      return e;
    }
    String place = toString() + key;
    String said = answer.getStatusCode() + " " + ERRORS.getErrorMessage(e);
    IOException translated =
        switch (ERRORS.rateLimited(e) ? 429 : answer.getStatusCode()) {
          case 401, 403 -> new AccessDeniedException(place, null, said);
          case 404 -> new FileNotFoundException(place + ": " + said);
          default -> new StoreAnswer(what + " " + place + ": " + said);
        };
    translated.initCause(e);
    return translated;
  }

  @Override
  public String toString() {
    return "gs://" + bucket + "/";
  }
}
