package io.orderlake.bootstrap.story;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What the recipes' files say was sold, read without anything of Orderlake's, and what that comes
 * to in exact decimals.
 */
final class OwnSales {
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final DateTimeFormatter TILL =
      DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.ROOT);

  /** The one that counts orders. */
  private static final String ORDERS = "orders_by_month";

  /** Gold's tables, and which cell of each a sale belongs to. */
  private static final Map<String, Function<Sale, String>> TABLES =
      Map.of(
          "revenue_by_city_hour",
          sale -> sale.city + "|EUR|" + sale.hour(),
          "revenue_by_product_day",
          sale -> sale.product + "|EUR|" + sale.day(),
          "revenue_by_city_day",
          sale -> sale.city + "|EUR|" + sale.day(),
          "revenue_by_product_hour",
          sale -> sale.product + "|EUR|" + sale.hour(),
          "revenue_by_product_week",
          sale -> sale.product + "|EUR|" + sale.week(),
          "revenue_by_customer_month",
          sale -> sale.customer + "|EUR|" + sale.month(),
          ORDERS,
          sale -> "EUR|" + sale.month());

  private final List<Sale> sales;

  private OwnSales(List<Sale> sales) {
    this.sales = sales;
  }

  private record Sale(
      String order,
      String product,
      String city,
      String customer,
      Instant at,
      long quantity,
      BigDecimal price) {
    BigDecimal total() {
      return price.multiply(BigDecimal.valueOf(quantity));
    }

    Instant hour() {
      return at.truncatedTo(ChronoUnit.HOURS);
    }

    LocalDate day() {
      return LocalDate.ofInstant(at, ZONE);
    }

    LocalDate month() {
      return day().withDayOfMonth(1);
    }

    LocalDate week() {
      return day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
  }

  /** Those of the shop's orders whose product the table knows. */
  static OwnSales ofShop(Path orders, Path products) throws IOException {
    Map<String, String> names = new HashMap<>();
    Files.readAllLines(products)
        .forEach(
            row ->
                names.put(row.substring(0, row.indexOf(',')), row.substring(row.indexOf(',') + 1)));
    List<Sale> sales = new ArrayList<>();
    for (String record : Files.readAllLines(orders)) {
      JsonNode order = new ObjectMapper().readTree(record);
      for (JsonNode line : order.get("lines")) {
        String product = names.get(line.get("sku").asText());
        if (product != null) {
          sales.add(
              new Sale(
                  order.get("orderId").asText(),
                  product,
                  order.at("/customer/city").asText(),
                  order.at("/customer/id").asText().toUpperCase(Locale.ROOT),
                  Instant.ofEpochMilli(order.get("placedAt").asLong()),
                  line.path("qty").asLong(1),
                  BigDecimal.valueOf(line.at("/price/cents").asLong(), 2)));
        }
      }
    }
    return new OwnSales(sales);
  }

  /** Together with the rows of a till's exports: each once, no refund, no other currency. */
  OwnSales andOfTill(Path... exports) throws IOException {
    Set<String> rows = new LinkedHashSet<>();
    for (Path export : exports) {
      List<String> lines = Files.readAllLines(export);
      rows.addAll(lines.subList(1, lines.size()));
    }
    List<Sale> all = new ArrayList<>(sales);
    for (String row : rows) {
      String[] cells = row.split(";", -1);
      long quantity = Long.parseLong(cells[3]);
      if (quantity > 0 && cells[5].equals("EUR")) {
        all.add(
            new Sale(
                cells[0],
                cells[2],
                cells[6],
                "",
                LocalDateTime.parse(cells[1], TILL).atZone(ZONE).toInstant(),
                quantity,
                new BigDecimal(cells[4].replace(".", "").replace(',', '.'))));
      }
    }
    return new OwnSales(all);
  }

  int count() {
    return sales.size();
  }

  /** By table, what each of its cells comes to. */
  Map<String, Map<String, String>> gold() {
    Map<String, Map<String, String>> gold = new TreeMap<>();
    TABLES.forEach(
        (table, key) -> {
          Map<String, String> cells = new TreeMap<>();
          sales.stream()
              .collect(groupingBy(key))
              .forEach(
                  (cell, of) ->
                      cells.put(
                          cell, figures(of) + (table.equals(ORDERS) ? " " + orders(of) : "")));
          gold.put(table, cells);
        });
    return gold;
  }

  private static String figures(List<Sale> sales) {
    return figures(revenue(sales), sales.stream().mapToLong(Sale::quantity).sum(), sales.size());
  }

  private static String figures(BigDecimal revenue, long units, long events) {
    return revenue.stripTrailingZeros().toPlainString() + " " + units + " " + events;
  }

  private static int orders(List<Sale> sales) {
    return sales.stream().map(Sale::order).collect(toSet()).size();
  }

  private static BigDecimal revenue(List<Sale> sales) {
    return sales.stream().map(Sale::total).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The same of what {@code gold --json} shows. */
  static Map<String, Map<String, String>> shown(JsonNode gold) {
    Map<String, Map<String, String>> shown = new TreeMap<>();
    for (JsonNode table : gold.get("tables")) {
      Map<String, String> cells = new TreeMap<>();
      for (JsonNode cell : table.get("cells")) {
        List<String> key = new ArrayList<>();
        cell.fields()
            .forEachRemaining(
                field -> {
                  if (!Set.of("revenue", "units", "events", "orders").contains(field.getKey())) {
                    key.add(field.getValue().asText());
                  }
                });
        cells.put(
            String.join("|", key),
            figures(
                    new BigDecimal(cell.get("revenue").asText()),
                    cell.get("units").asLong(),
                    cell.get("events").asLong())
                + (cell.has("orders") ? " " + cell.get("orders").asLong() : ""));
      }
      shown.put(table.get("table").asText(), cells);
    }
    return shown;
  }

  /** How many orders there are, their revenue, and what one comes to. */
  List<String> basket() {
    int orders = orders(sales);
    BigDecimal revenue = revenue(sales);
    return List.of(
        "" + orders,
        revenue.toPlainString(),
        revenue.divide(BigDecimal.valueOf(orders), 2, RoundingMode.HALF_UP).toPlainString());
  }

  /**
   * The best products of a week with their revenue, and that of the week before; blank for none.
   */
  List<List<String>> best(LocalDate week, int most) {
    Map<String, List<Sale>> byProduct = sales.stream().collect(groupingBy(Sale::product));
    return byProduct.keySet().stream()
        .sorted(
            Comparator.comparing((String product) -> revenue(in(week, byProduct.get(product))))
                .reversed())
        .limit(most)
        .map(
            product ->
                List.of(
                    product,
                    shown(in(week, byProduct.get(product))),
                    shown(in(week.minusWeeks(1), byProduct.get(product)))))
        .toList();
  }

  private static List<Sale> in(LocalDate week, List<Sale> sales) {
    return sales.stream().filter(sale -> sale.week().equals(week)).toList();
  }

  private static String shown(List<Sale> sales) {
    return sales.isEmpty() ? "" : revenue(sales).toPlainString();
  }
}
