package io.orderlake.adapters.objectstore.s3;

import com.amazonaws.AbortedException;
import com.amazonaws.AmazonServiceException;
import com.amazonaws.SdkBaseException;
import com.amazonaws.services.s3.AmazonS3;
import com.amazonaws.services.s3.model.ListObjectsV2Request;
import com.amazonaws.services.s3.model.ListObjectsV2Result;
import com.amazonaws.services.s3.model.ObjectMetadata;
import com.amazonaws.services.s3.model.PutObjectRequest;
import com.amazonaws.services.s3.model.S3Object;
import com.amazonaws.services.s3.model.S3ObjectSummary;
import io.orderlake.adapters.objectstore.ObjectStore;
import io.orderlake.adapters.objectstore.StoredObject;
import io.orderlake.adapters.objectstore.client.PutNew;
import io.orderlake.adapters.objectstore.client.Repeated;
import io.orderlake.adapters.objectstore.client.UndecidedPut;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.hadoop.fs.s3a.S3AFileSystem;
import org.apache.hadoop.fs.s3a.S3AUtils;
import org.apache.hadoop.fs.s3a.api.RequestFactory;

/**
 * A bucket's objects, with the credentials, endpoint and encryption of Hadoop's {@code s3a} file
 * system, one request for each call. Hadoop 3.3's own way to create an object looks first and puts
 * then, which two processes can do at once.
 */
public final class S3Objects implements ObjectStore {
  private static final int PAGE = 1_000;

  private final AmazonS3 client;
  private final RequestFactory requests;
  private final String bucket;

  /** The bucket of that file system, which stays open as long as this is used. */
  public S3Objects(S3AFileSystem fileSystem) {
    this.client = fileSystem.getAmazonS3ClientForTesting("conditional puts");
    this.requests = fileSystem.getRequestFactory();
    this.bucket = fileSystem.getBucket();
  }

  @Override
  public boolean putNew(String key, byte[] content) throws IOException {
    return PutNew.decide(toString() + key, id -> putOnCondition(key, content, id), () -> idOf(key));
  }

  private void putOnCondition(String key, byte[] content, String id) throws IOException {
    PutObjectRequest request = request(key, content);
    request.getMetadata().addUserMetadata(PutNew.ID, id);
    request.putCustomRequestHeader("If-None-Match", "*");
    try {
      client.putObject(request);
    } catch (SdkBaseException e) {
      IOException answer = S3AUtils.translateException("put", toString() + key, e);
      throw isUndecided(e) ? new UndecidedPut(answer) : answer;
    }
  }

  /**
   * Whether an object may be there now, this one or another's. "409 Conflict" is what some stores
   * answer while another put of that key is under way.
   */
  private static boolean isUndecided(SdkBaseException e) {
    if (e instanceof AmazonServiceException answer) {
      int status = answer.getStatusCode();
      return status == 412 || status == 409 || (status >= 500 && status != 501);
    }
    return !(e instanceof AbortedException);
  }

  /** Empty for an object that was put by other means. */
  private Option<String> idOf(String key) throws IOException {
    try {
      ObjectMetadata metadata = client.getObjectMetadata(requests.newGetObjectMetadataRequest(key));
      return Option.some(Option.of(metadata.getUserMetaDataOf(PutNew.ID)).getOrElse(""));
    } catch (SdkBaseException e) {
      if (e instanceof AmazonServiceException answer && isMissing(answer)) {
        return Option.none();
      }
      throw S3AUtils.translateException("look at", toString() + key, e);
    }
  }

  @Override
  public void put(String key, byte[] content) throws IOException {
    try {
      client.putObject(request(key, content));
    } catch (SdkBaseException e) {
      throw S3AUtils.translateException("put", key, e);
    }
  }

  private PutObjectRequest request(String key, byte[] content) {
    return requests.newPutObjectRequest(
        key, requests.newObjectMetadata(content.length), new ByteArrayInputStream(content));
  }

  @Override
  public Option<byte[]> get(String key) throws IOException {
    return Repeated.of(
        () -> {
          try (S3Object object = client.getObject(requests.newGetObjectRequest(key))) {
            return Option.some(object.getObjectContent().readAllBytes());
          } catch (AmazonServiceException e) {
            if (isMissing(e)) {
              return Option.none();
            }
            throw S3AUtils.translateException("get", key, e);
          } catch (SdkBaseException e) {
            throw S3AUtils.translateException("get", key, e);
          }
        });
  }

  @Override
  public List<StoredObject> list(String prefix, String from) throws IOException {
    ListObjectsV2Request request = requests.newListObjectsV2Request(prefix, "/", PAGE);
    if (!from.isEmpty()) {
      request.setStartAfter(prefix + lastBefore(from));
    }
    List<StoredObject> found = List.empty();
    try {
      ListObjectsV2Result page;
      do {
        page = client.listObjectsV2(request);
        found =
            List.ofAll(page.getObjectSummaries())
                .map(object -> stored(prefix, object))
                .filter(object -> !object.name().isEmpty() && object.name().compareTo(from) >= 0)
                .prependAll(found);
        request.setContinuationToken(page.getNextContinuationToken());
      } while (page.isTruncated());
      return found;
    } catch (SdkBaseException e) {
      throw S3AUtils.translateException("list", prefix, e);
    }
  }

  private static StoredObject stored(String prefix, S3ObjectSummary object) {
    return new StoredObject(
        object.getKey().substring(prefix.length()),
        object.getSize(),
        object.getLastModified().toInstant());
  }

  /** A name before this one with few names between; the store starts after it. */
  private static String lastBefore(String name) {
    int last = name.length() - 1;
    char end = name.charAt(last);
    return end == 0 ? name.substring(0, last) : name.substring(0, last) + (char) (end - 1);
  }

  @Override
  public void delete(String key) throws IOException {
    try {
      client.deleteObject(requests.newDeleteObjectRequest(key));
    } catch (SdkBaseException e) {
      throw S3AUtils.translateException("delete", key, e);
    }
  }

  private static boolean isMissing(AmazonServiceException answer) {
    return answer.getStatusCode() == 404 && !"NoSuchBucket".equals(answer.getErrorCode());
  }

  /** What precedes a key, for people. */
  @Override
  public String toString() {
    return "s3a://" + bucket + "/";
  }
}
