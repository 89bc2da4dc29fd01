package io.orderlake.adapters.spark.gold;

import io.orderlake.domain.gold.Figures;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import scala.Tuple2;

/**
 * Adds up what a task has of each cell; what is taken back in a cell either apart or with the rest.
 *
 * @param isTogether whether it is with the rest
 */
record SumCells(boolean isTogether)
    implements PairFlatMapFunction<Iterator<Tuple2<CellId, Figures>>, CellId, Figures> {
  /**
   * One sum for each cell.
   *
   * @param parts partitioned, as the sums are: all of a cell in one task. Nothing of a cell is
   *     added up before it is sent there, since its tasks have done so.
   */
  JavaPairRDD<CellId, Figures> of(JavaPairRDD<CellId, Figures> parts) {
    return parts.mapPartitionsToPair(this, true);
  }

  @Override
  public Iterator<Tuple2<CellId, Figures>> call(Iterator<Tuple2<CellId, Figures>> parts) {
    Map<CellId, Figures> sums = new HashMap<>();
    while (parts.hasNext()) {
      Tuple2<CellId, Figures> part = parts.next();
      sums.merge(isTogether ? part._1().cell() : part._1(), part._2(), Figures::plus);
    }
    return sums.entrySet().stream()
        .map(sum -> new Tuple2<>(sum.getKey(), sum.getValue()))
        .iterator();
  }
}
