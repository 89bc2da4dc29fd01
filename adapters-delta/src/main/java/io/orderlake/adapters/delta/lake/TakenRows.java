package io.orderlake.adapters.delta.lake;

import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.defaults.internal.parquet.ParquetFileReader.BatchReadSupport;
import io.delta.kernel.types.StructType;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.api.ReadSupport.ReadContext;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.internal.column.columnindex.OffsetIndex;
import org.apache.parquet.internal.filter2.columnindex.RowRanges;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.io.api.RecordMaterializer;

/**
 * Some rows of one row group of a Parquet file. Reads the pages that hold them and no others, and
 * makes rows of them as Kernel does.
 *
 * @param numbers the rows' numbers in the group, from 0, ascending
 */
record TakenRows(ParquetFileReader file, int group, List<Long> numbers) {
  ColumnarBatch batch(StructType columns, Configuration configuration) throws IOException {
    FileMetaData metadata = file.getFileMetaData();
    Map<String, Set<String>> properties = new HashMap<>();
    metadata.getKeyValueMetaData().forEach((key, value) -> properties.put(key, Set.of(value)));
    BatchReadSupport support = new BatchReadSupport(numbers.size(), columns);
    ReadContext context =
        support.init(new InitContext(configuration, properties, metadata.getSchema()));
    RecordMaterializer<Object> rows =
        support.prepareForRead(
            configuration, metadata.getKeyValueMetaData(), metadata.getSchema(), context);
    file.setRequestedSchema(context.getRequestedSchema());
    PageReadStore pages = file.readFilteredRowGroup(group, ranges());
    RecordReader<Object> reader =
        new ColumnIOFactory(metadata.getCreatedBy())
            .getColumnIO(context.getRequestedSchema(), metadata.getSchema(), true)
            .getRecordReader(pages, rows, FilterCompat.NOOP);
    long first = file.getRowGroups().get(group).getRowIndexOffset();
    for (long number : numbers) {
      Object ignored = reader.read();
      support.finalizeCurrentRow(first + number);
    }
    return support.getDataAsColumnarBatch(numbers.size());
  }

  private RowRanges ranges() {
    return RowRanges.create(
        file.getRowGroups().get(group).getRowCount(),
        IntStream.range(0, numbers.size()).iterator(),
        new EachRow(numbers));
  }

  /** Pages of one row each: Parquet has no other way of naming single rows. */
  private record EachRow(List<Long> numbers) implements OffsetIndex {
    @Override
    public int getPageCount() {
      return numbers.size();
    }

    @Override
    public long getOffset(int page) {
      throw new UnsupportedOperationException("these pages are not stored");
    }

    @Override
    public int getCompressedPageSize(int page) {
      throw new UnsupportedOperationException("these pages are not stored");
    }

    @Override
    public long getFirstRowIndex(int page) {
      return numbers.get(page);
    }

    @Override
    public long getLastRowIndex(int page, long rows) {
      return numbers.get(page);
    }
  }
}
