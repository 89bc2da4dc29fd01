package io.orderlake.adapters.spark.delta.interop;

import io.vavr.collection.HashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import scala.Tuple2;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/** The Scala collections that Delta and Spark take. */
public final class ScalaValues {
  private ScalaValues() {}

  public static <T> Seq<T> seq(List<? extends T> list) {
    return JavaConverters.asScalaBuffer(new ArrayList<T>(list)).toList();
  }

  public static scala.collection.immutable.Map<String, String> emptyMap() {
    return scala.collection.immutable.Map$.MODULE$.empty();
  }

  public static scala.collection.immutable.Map<String, String> map(Map<String, String> map) {
    return HashMap.ofAll(map)
        .foldLeft(emptyMap(), (m, entry) -> m.$plus(new Tuple2<>(entry._1, entry._2)));
  }
}
