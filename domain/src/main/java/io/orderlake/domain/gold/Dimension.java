package io.orderlake.domain.gold;

/** A text column of Silver that Gold's tables can be cut by. */
public enum Dimension {
  CITY("city"),
  PRODUCT("product"),

  /** Empty where an event names no customer; a name that is blank is never refined. */
  CUSTOMER("customer_id"),

  /** One of every table, since amounts of two currencies are never added up. */
  CURRENCY("currency");

  private final String column;

  Dimension(String column) {
    this.column = column;
  }

  /** The column's name, in Silver as in Gold. */
  public String column() {
    return column;
  }

  /** What the sale has in that column. */
  public String of(Sale sale) {
    return switch (this) {
      case CITY -> sale.city();
      case PRODUCT -> sale.product();
      case CUSTOMER -> sale.customerId();
      case CURRENCY -> sale.currency();
    };
  }
}
