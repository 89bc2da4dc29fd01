package io.orderlake.adapters.filesystem.feed.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One part of a workbook, an XML text, read with a bound on its size and on each of its records.
 */
final class Part implements AutoCloseable {
  /** No part that is held in memory whole is larger. */
  static final long HELD = 16 << 20;

  /** Longest record, such as a row, in bytes. */
  static final long RECORD = 16 << 20;

  private static final XMLInputFactory XML = factory();

  private final Bounded in;
  private final XMLStreamReader xml;

  /**
   * Opens a part.
   *
   * @param name for messages
   * @param most bytes of all of it
   */
  Part(String name, InputStream in, long most) throws IOException {
    this.in = new Bounded(in, name, most);
    try {
      this.xml = XML.createXMLStreamReader(this.in);
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  /** The reader, on the token that was read last. */
  XMLStreamReader xml() {
    return xml;
  }

  /** Reads the next token; false at the end. */
  boolean next() throws IOException {
    try {
      if (!xml.hasNext()) {
        return false;
      }
      xml.next();
      return true;
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  /** Reads on to the next start of an element of that name; false when there is none. */
  boolean nextStart(String name) throws IOException {
    while (next()) {
      if (isStart(name)) {
        return true;
      }
    }
    return false;
  }

  boolean isStart(String name) {
    return xml.isStartElement() && xml.getLocalName().equals(name);
  }

  boolean isEnd(String name) {
    return xml.isEndElement() && xml.getLocalName().equals(name);
  }

  /** The attribute of that name in no namespace; empty for none. */
  String attribute(String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  /** The text from here to the end of the element of that name. */
  String text(String name) throws IOException {
    StringBuilder text = new StringBuilder();
    while (next() && !isEnd(name)) {
      text.append(xml.hasText() ? xml.getText() : "");
    }
    return text.toString();
  }

  /** A record begins here. */
  void begin() {
    in.begun = in.read;
  }

  /** How many bytes were read. */
  long read() {
    return in.read;
  }

  /** A fault of the bytes arrives as one of the text. */
  private static IOException broken(XMLStreamException e) {
    Throwable cause = e.getNestedException() == null ? e.getCause() : e.getNestedException();
    return cause instanceof IOException io ? io : new IOException(e.getMessage(), e);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private static final class Bounded extends FilterInputStream {
    private final String name;
    private final long most;
    private long read;
    private long begun;

    Bounded(InputStream in, String name, long most) {
      super(in);
      this.name = name;
      this.most = most;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int n = super.read(into, from, length);
      count(n);
      return n;
    }

    private void count(int n) throws IOException {
      read += Math.max(n, 0);
      if (read > most || read - begun > RECORD) {
        throw new Refused(
            name
                + (read > most
                    ? " is larger than " + (most >> 20) + " MiB when it is unpacked"
                    : " has a record of more than " + (RECORD >> 20) + " MiB"));
      }
    }
  }
}
