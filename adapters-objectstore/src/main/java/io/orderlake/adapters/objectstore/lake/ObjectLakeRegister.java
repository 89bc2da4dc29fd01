package io.orderlake.adapters.objectstore.lake;

import io.orderlake.adapters.objectstore.ControlPlace;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.KeptProperties;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LakeProperties;
import io.orderlake.domain.lake.LakeRegister;
import io.orderlake.protocol.json.MalformedJson;
import io.orderlake.protocol.lake.PropertiesJson;
import io.vavr.control.Option;

/** A lake's properties in the object {@value #NAME}. */
public final class ObjectLakeRegister implements LakeRegister {
  /** The object's name. */
  public static final String NAME = "lake.json";

  private final ControlPlace control;

  /** The register of the lake whose control objects lie there. */
  public ObjectLakeRegister(ControlPlace control) {
    this.control = control;
  }

  @Override
  public Option<KeptProperties> read() {
    return control.get(NAME).map(this::read);
  }

  private KeptProperties read(byte[] bytes) {
    try {
      requireKnown(bytes);
      return PropertiesJson.read(bytes);
    } catch (MalformedJson e) {
      throw LakeFailure.because(
          FailureCause.DAMAGED,
          ("the lake's properties %s are damaged: %s; restore this object from a backup. Where"
                  + " there is none, move it away: the next role that writes makes it anew from"
                  + " what the tables hold and the configuration says")
              .formatted(control.shown(NAME), e.getMessage()),
          e);
    }
  }

  private void requireKnown(byte[] bytes) throws MalformedJson {
    long format = PropertiesJson.format(bytes);
    if (format > PropertiesJson.FORMAT) {
      throw LakeFailure.because(
          FailureCause.OTHER_SHAPE,
          ("the lake's properties %s have format %s, and this Orderlake knows it up to %s: a newer"
                  + " Orderlake has written them. Nothing was read or written. Use the newer"
                  + " Orderlake")
              .formatted(control.shown(NAME), format, PropertiesJson.FORMAT));
    }
  }

  @Override
  public KeptProperties enter(LakeProperties properties) {
    KeptProperties entered = KeptProperties.from(properties);
    return control.putNew(NAME, PropertiesJson.write(entered))
        ? entered
        : read().getOrElse(entered);
  }

  @Override
  public void change(KeptProperties properties) {
    control.put(NAME, PropertiesJson.write(properties));
  }
}
