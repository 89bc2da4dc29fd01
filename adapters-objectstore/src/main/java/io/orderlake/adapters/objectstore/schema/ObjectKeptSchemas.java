package io.orderlake.adapters.objectstore.schema;

import io.orderlake.adapters.objectstore.ControlPlace;
import io.orderlake.adapters.objectstore.StoredObject;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.schema.KeptAnswer;
import io.orderlake.domain.schema.KeptSchemas;
import io.orderlake.domain.schema.RegisteredSchema;
import io.orderlake.domain.schema.SchemaAnswer;
import io.orderlake.protocol.json.MalformedJson;
import io.orderlake.protocol.schema.SchemaAnswerJson;
import io.vavr.control.Option;
import java.io.Serializable;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * In a place of the lake: {@code 7.json} is the first answer to the id 7, {@code 7-later.json},
 * where that was that there is none, the schema that it got later.
 */
public final class ObjectKeptSchemas implements KeptSchemas {
  private static final long serialVersionUID = 1;
  private static final Pattern FIRST = Pattern.compile("([1-9][0-9]{0,9})\\.json");

  /** Finds the store from wherever the schemas have travelled to. */
  public interface Opening extends Serializable {
    /** The place of the schemas, theirs alone; may be called once in each process or more often. */
    ControlPlace open();
  }

  private final Opening opening;
  private transient @Nullable ControlPlace opened;

  /** The schemas of a lake; nothing is opened yet. */
  public ObjectKeptSchemas(Opening opening) {
    this.opening = opening;
  }

  private synchronized ControlPlace schemas() {
    ControlPlace place = opened;
    if (place == null) {
      place = opening.open();
      opened = place;
    }
    return place;
  }

  private static String first(int id) {
    return id + ".json";
  }

  private static String later(int id) {
    return id + "-later.json";
  }

  @Override
  public String place(int id) {
    return schemas().shown(first(id));
  }

  @Override
  public Option<KeptAnswer> find(int id) {
    return read(id, first(id)).map(KeptAnswer::first).map(first -> withLater(id, first));
  }

  private KeptAnswer withLater(int id, KeptAnswer first) {
    return first.answer() instanceof SchemaAnswer.Unknown
            && read(id, later(id)).getOrNull() instanceof SchemaAnswer.Known known
        ? first.then(known.schema())
        : first;
  }

  private Option<SchemaAnswer> read(int id, String name) {
    return schemas().get(name).map(bytes -> read(id, name, bytes));
  }

  private SchemaAnswer read(int id, String name, byte[] bytes) {
    try {
      requireKnown(name, bytes);
      return SchemaAnswerJson.read(id, bytes);
    } catch (MalformedJson e) {
      throw LakeFailure.because(
          FailureCause.DAMAGED,
          ("the kept schema %s is damaged: %s; restore this object from a backup. Where there is"
                  + " none and the registry still has the id, move it away: the next run of Silver"
                  + " that meets the id fetches it anew")
              .formatted(schemas().shown(name), e.getMessage()),
          e);
    }
  }

  private void requireKnown(String name, byte[] bytes) throws MalformedJson {
    long format = SchemaAnswerJson.format(bytes);
    if (format > SchemaAnswerJson.FORMAT) {
      throw LakeFailure.because(
          FailureCause.OTHER_SHAPE,
          "the kept schema %s has format %s, and this Orderlake knows it up to %s; use the newer one"
              .formatted(schemas().shown(name), format, SchemaAnswerJson.FORMAT));
    }
  }

  @Override
  public KeptAnswer keep(int id, SchemaAnswer answer) {
    return schemas().putNew(first(id), SchemaAnswerJson.write(id, answer))
        ? KeptAnswer.first(answer)
        : find(id).getOrElse(KeptAnswer.first(answer));
  }

  @Override
  public void keepLater(int id, RegisteredSchema schema) {
    if (isUnknown(id)) {
      boolean ignored =
          schemas().putNew(later(id), SchemaAnswerJson.write(id, new SchemaAnswer.Known(schema)));
    }
  }

  private boolean isUnknown(int id) {
    return find(id).exists(kept -> kept.answer() instanceof SchemaAnswer.Unknown);
  }

  @Override
  public List<Integer> unknown() {
    return schemas()
        .list("")
        .map(StoredObject::name)
        .flatMap(ObjectKeptSchemas::id)
        .filter(this::isUnknown)
        .sorted()
        .toJavaList();
  }

  private static Option<Integer> id(String name) {
    Matcher matcher = FIRST.matcher(name);
    return matcher.matches() && Long.parseLong(matcher.group(1)) <= Integer.MAX_VALUE
        ? Option.some(Integer.valueOf(matcher.group(1)))
        : Option.none();
  }
}
