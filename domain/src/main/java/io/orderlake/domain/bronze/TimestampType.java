package io.orderlake.domain.bronze;

/** Who set a Kafka record's timestamp; the codes are Kafka's own. */
public enum TimestampType {
  CREATE_TIME(0),
  LOG_APPEND_TIME(1),
  NO_TIMESTAMP(-1);

  private final int code;

  TimestampType(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  public static TimestampType ofCode(int code) {
    for (TimestampType type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    throw new IllegalArgumentException("not a Kafka timestamp type: " + code);
  }
}
