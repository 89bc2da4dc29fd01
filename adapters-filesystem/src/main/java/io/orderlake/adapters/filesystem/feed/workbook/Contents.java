package io.orderlake.adapters.filesystem.feed.workbook;

import io.vavr.collection.List;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * What a workbook is made of, found as fastexcel finds it.
 *
 * @param sheets those that have cells, in their order
 * @param sharedTexts the part that holds the texts of all sheets; empty for none
 * @param styles the part that says how cells are shown; empty for none
 */
record Contents(List<SheetPart> sheets, String sharedTexts, String styles) {
  private static final String TYPES = "[Content_Types].xml";
  private static final String USUAL_WORKBOOK = "/xl/workbook.xml";
  private static final String SPREADSHEET =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final String WORKBOOK = SPREADSHEET + "sheet.main+xml";
  private static final String MACRO_WORKBOOK =
      "application/vnd.ms-excel.sheet.macroEnabled.main+xml";
  private static final String BINARY_WORKBOOK =
      "application/vnd.ms-excel.sheet.binary.macroEnabled.main";
  private static final String RELATIONSHIPS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String STRICT = "http://purl.oclc.org/ooxml/";
  private static final String SAVE =
      "; save it as 'Excel Workbook (*.xlsx)', or the sheet as CSV (UTF-8), and publish that";

  /**
   * A sheet with cells.
   *
   * @param name as people see it
   * @param part that holds it
   * @param hidden from people
   */
  record SheetPart(String name, String part, boolean hidden) {}

  /** Reads them; throws {@link Refused} for what is no workbook with cells. */
  static Contents of(Archive from) throws IOException {
    Map<String, String> types = new HashMap<>();
    String usual = USUAL_WORKBOOK;
    try (Part part = from.part(TYPES, Part.HELD)) {
      while (part.nextStart("Override")) {
        types.put(part.attribute("ContentType"), part.attribute("PartName"));
      }
    }
    if (types.containsKey(BINARY_WORKBOOK)) {
      throw new Refused("it is a binary Excel workbook (xlsb)" + SAVE);
    }
    String workbook = types.getOrDefault(WORKBOOK, types.getOrDefault(MACRO_WORKBOOK, usual));
    if (!from.has(workbook)) {
      throw new Refused(
          "it is a document of Office, or another archive, that holds no Excel workbook; publish the"
              + " sheet as xlsx or as CSV (UTF-8)");
    }
    return new Contents(
        sheets(from, workbook),
        types.getOrDefault(SPREADSHEET + "sharedStrings+xml", ""),
        types.getOrDefault(SPREADSHEET + "styles+xml", ""));
  }

  /** A part that a sheet, or something else, is in. */
  private record Target(String kind, String part) {}

  private static List<SheetPart> sheets(Archive from, String workbook) throws IOException {
    Map<String, Target> targets = targets(from, workbook);
    List<SheetPart> sheets = List.empty();
    List<String> others = List.empty();
    try (Part part = from.part(workbook, Part.HELD)) {
      while (part.next()) {
        if (part.isStart("workbook") && isStrict(part)) {
          throw new Refused("it is a workbook in Strict Open XML" + SAVE);
        }
        if (!part.isStart("sheet")) {
          continue;
        }
        Target target = targets.get(part.xml().getAttributeValue(RELATIONSHIPS, "id"));
        if (target != null && target.kind.endsWith("/worksheet")) {
          sheets =
              sheets.append(
                  new SheetPart(
                      part.attribute("name"),
                      target.part,
                      part.attribute("state").toLowerCase(java.util.Locale.ROOT).contains("hid")));
        } else {
          others = others.append("'" + part.attribute("name") + "'");
        }
      }
    }
    if (sheets.isEmpty()) {
      throw new Refused(
          "it has no sheet with cells, only "
              + (others.isEmpty() ? "nothing" : "charts or macros (" + others.mkString(", ") + ")")
              + "; copy the table to a sheet and publish that");
    }
    return sheets;
  }

  private static boolean isStrict(Part part) {
    String namespace = part.xml().getNamespaceURI();
    return namespace != null && namespace.startsWith(STRICT);
  }

  private static Map<String, Target> targets(Archive from, String workbook) throws IOException {
    int slash = workbook.lastIndexOf('/') + 1;
    String folder = workbook.substring(0, slash);
    Map<String, Target> targets = new HashMap<>();
    String name = folder + "_rels/" + workbook.substring(slash) + ".rels";
    try (Part part = from.part(name, Part.HELD)) {
      while (part.nextStart("Relationship")) {
        String target = part.attribute("Target");
        targets.put(
            part.attribute("Id"),
            new Target(part.attribute("Type"), target.startsWith("/") ? target : folder + target));
      }
    }
    return targets;
  }
}
