package io.orderlake.adapters.filesystem.feed.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;

/** A workbook's bytes, which can be opened as often as one likes. */
public interface WorkbookBytes {
  /** Opens them, to be closed. */
  SeekableByteChannel open() throws IOException;

  /** Opens the workbook in them, to be closed. */
  ReadableWorkbook read(ReadingOptions options) throws IOException;

  /** Those of a file. */
  record OfFile(Path file) implements WorkbookBytes {
    @Override
    public SeekableByteChannel open() throws IOException {
      return Files.newByteChannel(file);
    }

    @Override
    public ReadableWorkbook read(ReadingOptions options) throws IOException {
      return new ReadableWorkbook(file.toFile(), options);
    }
  }

  /** Those in memory. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record InMemory(byte[] bytes) implements WorkbookBytes {
    @Override
    public SeekableByteChannel open() {
      return new SeekableInMemoryByteChannel(bytes);
    }

    @Override
    public ReadableWorkbook read(ReadingOptions options) throws IOException {
      return new ReadableWorkbook(new ByteArrayInputStream(bytes), options);
    }
  }
}
