package io.orderlake.answers.run;

import io.orderlake.application.lake.ListVersions;
import io.orderlake.protocol.lake.CountsJson;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lake versions, for programs. */
public final class VersionsJson {
  private VersionsJson() {}

  /** Those of a page, the newest first. */
  public static Map<String, @Nullable Object> of(ListVersions.Listed listed) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("newest", listed.newest());
    json.put("oldest_readable", listed.oldestReadable());
    json.put("versions", listed.versions().map(VersionsJson::version).toJavaList());
    return json;
  }

  private static Map<String, Object> version(ListVersions.Version version) {
    Map<String, Object> json = StatusJson.lake(version.lake());
    json.put("readable", version.isReadable());
    json.put("report", CountsJson.write(version.lake().report()));
    return json;
  }
}
