package io.orderlake.application.contract;

import io.orderlake.application.fixture.FreePorts;
import java.io.DataInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPInputStream;

/**
 * Faults that are arranged and met.
 *
 * @param place a directory for their files
 */
record RealFaults(Path place) {
  /** On a system without a device that is always full, as Linux says it. */
  Throwable fullDisk() {
    Path full = Path.of("/dev/full");
    return Files.isWritable(full)
        ? met(
            () -> {
              try (OutputStream out = Files.newOutputStream(full)) {
                out.write(1);
              }
            })
        : new IOException("No space left on device");
  }

  Throwable missingFile() {
    return met(() -> Files.readAllBytes(place.resolve("missing")));
  }

  Throwable missingFileAsOfOld() {
    return met(() -> new FileInputStream(place.resolve("missing").toFile()).close());
  }

  Throwable directoryForFile() {
    return met(() -> Files.readAllBytes(place));
  }

  Throwable directoryForFileAsOfOld() {
    return met(() -> new FileInputStream(place.toFile()).close());
  }

  Throwable fileForDirectory() throws IOException {
    Path file = file();
    return met(
        () -> {
          try (DirectoryStream<Path> files = Files.newDirectoryStream(file)) {
            files.iterator().next();
          }
        });
  }

  Throwable fileAboveFile() throws IOException {
    Path file = file();
    return met(() -> Files.readAllBytes(file.resolve("below")));
  }

  Throwable takenName() throws IOException {
    Path file = file();
    return met(() -> Files.createDirectory(file));
  }

  Throwable longName() {
    return met(() -> Files.createFile(place.resolve("x".repeat(5000))));
  }

  Throwable truncatedFile() throws IOException {
    Path file = file();
    return met(
        () -> {
          try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            in.readFully(new byte[10_000]);
          }
        });
  }

  Throwable noArchive() throws IOException {
    Path file = file();
    return met(
        () -> {
          try (InputStream in = Files.newInputStream(file)) {
            new GZIPInputStream(in).close();
          }
        });
  }

  Throwable noText() throws IOException {
    Path file = Files.write(place.resolve("bytes"), new byte[] {'a', (byte) 0xC0, 'b'});
    return met(() -> Files.readString(file));
  }

  Throwable closedChannel() throws IOException {
    FileChannel channel = FileChannel.open(file(), StandardOpenOption.READ);
    channel.close();
    return met(() -> channel.read(ByteBuffer.allocate(1)));
  }

  Throwable closedReader() throws IOException {
    Reader reader = Files.newBufferedReader(file());
    reader.close();
    return met(reader::read);
  }

  Throwable interruptedThread() throws IOException {
    try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.READ)) {
      return met(
          () -> {
            Thread.currentThread().interrupt();
            try {
              channel.read(ByteBuffer.allocate(1));
            } finally {
              boolean ignored = Thread.interrupted();
            }
          });
    }
  }

  Throwable silentServer() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
      socket.setSoTimeout(1);
      return met(() -> socket.getInputStream().read());
    }
  }

  Throwable refusedConnection() throws IOException {
    int port = FreePorts.one();
    return met(() -> new Socket(InetAddress.getLoopbackAddress(), port).close());
  }

  private Path file() throws IOException {
    return Files.write(place.resolve("file"), "a few bytes".getBytes(StandardCharsets.UTF_8));
  }

  private interface Step {
    void run() throws IOException;
  }

  private static Throwable met(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      return e;
    }
    throw new AssertionError("nothing went wrong");
  }
}
