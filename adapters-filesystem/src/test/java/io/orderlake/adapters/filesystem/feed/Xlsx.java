package io.orderlake.adapters.filesystem.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes workbooks part by part, so that every one of them can be wrong. */
final class Xlsx {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  /** A sheet: its name, its kind of part, what the workbook says of it, and its XML. */
  private record Sheet(String name, String kind, String attributes, String xml) {}

  private final List<Sheet> sheets = new ArrayList<>();
  private final Map<String, String> others = new LinkedHashMap<>();
  private String workbookType = TYPE + "sheet.main+xml";
  private String namespace = MAIN;
  private String properties = "";
  private boolean styled;

  /** A workbook with a sheet of these rows. */
  static Xlsx of(String rows) {
    return new Xlsx().sheet("Sales", rows);
  }

  Xlsx sheet(String name, String rows) {
    return sheet(name, "worksheet", "", rows);
  }

  Xlsx sheet(String name, String kind, String attributes, String rows) {
    sheets.add(
        new Sheet(
            name,
            kind,
            attributes,
            "<worksheet xmlns=\"%s\"><cols/><sheetData>%s</sheetData></worksheet>"
                .formatted(MAIN, rows)));
    return this;
  }

  Xlsx texts(String items) {
    others.put("xl/sharedStrings.xml", "<sst xmlns=\"%s\">%s</sst>".formatted(MAIN, items));
    return this;
  }

  /** Formats of cells, of style 0 and on; their codes have numbers from 200 on. */
  Xlsx formats(String... codesOrNumbers) {
    styled = true;
    StringBuilder codes = new StringBuilder();
    StringBuilder cells = new StringBuilder();
    for (int i = 0; i < codesOrNumbers.length; i++) {
      String format = codesOrNumbers[i];
      boolean own = !format.matches("[0-9]+");
      if (own) {
        codes.append(
            "<numFmt numFmtId=\"%s\" formatCode=\"%s\"/>"
                .formatted(200 + i, format.replace("\"", "&quot;")));
      }
      cells.append("<xf numFmtId=\"%s\"/>".formatted(own ? 200 + i : format));
    }
    others.put(
        "xl/styles.xml",
        "<styleSheet xmlns=\"%s\"><numFmts>%s</numFmts><cellStyleXfs><xf/></cellStyleXfs><cellXfs>%s</cellXfs></styleSheet>"
            .formatted(MAIN, codes, cells));
    return this;
  }

  Xlsx properties(String xml) {
    properties = xml;
    return this;
  }

  Xlsx type(String workbook) {
    workbookType = workbook;
    return this;
  }

  Xlsx strict() {
    namespace = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    return this;
  }

  private String types() {
    StringBuilder types =
        new StringBuilder(
            "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + workbookType + "\"/>");
    if (others.containsKey("xl/sharedStrings.xml")) {
      types.append(
          "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"%ssharedStrings+xml\"/>"
              .formatted(TYPE));
    }
    if (styled) {
      types.append(
          "<Override PartName=\"/xl/styles.xml\" ContentType=\"%sstyles+xml\"/>".formatted(TYPE));
    }
    return "<Types>" + types + "</Types>";
  }

  private Map<String, String> parts() {
    StringBuilder named = new StringBuilder();
    StringBuilder related = new StringBuilder();
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", types());
    for (int i = 0; i < sheets.size(); i++) {
      Sheet sheet = sheets.get(i);
      String part = "worksheets/sheet" + (i + 1) + ".xml";
      named.append(
          "<sheet name=\"%s\" sheetId=\"%s\" r:id=\"rId%s\" %s/>"
              .formatted(sheet.name, i + 1, i + 1, sheet.attributes));
      related.append(
          "<Relationship Id=\"rId%s\" Type=\"%s/%s\" Target=\"%s\"/>"
              .formatted(i + 1, OFFICE, sheet.kind, part));
      parts.put("xl/" + part, sheet.xml);
    }
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns=\"%s\" xmlns:r=\"%s\">%s<sheets>%s</sheets></workbook>"
            .formatted(namespace, OFFICE, properties, named));
    parts.put("xl/_rels/workbook.xml.rels", "<Relationships>" + related + "</Relationships>");
    parts.putAll(others);
    return parts;
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts().entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
