package io.orderlake.application.twin;

import io.orderlake.domain.source.Node;
import io.orderlake.domain.source.RecordFormat;
import io.vavr.control.Either;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads JSON by {@link PlainJson}; knows no library. */
public final class PlainRecordFormat implements RecordFormat {
  private static final long serialVersionUID = 1;

  @Override
  public String name() {
    return "json";
  }

  @Override
  public Either<String, Node> read(byte[] value) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
      return Either.right(new PlainJson(text).onlyRecord());
    } catch (CharacterCodingException e) {
      return Either.left("not UTF-8");
    } catch (PlainJson.Malformed e) {
      return Either.left(e.getMessage());
    }
  }
}
