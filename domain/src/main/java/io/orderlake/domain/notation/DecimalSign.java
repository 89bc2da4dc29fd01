package io.orderlake.domain.notation;

/** What separates a number's fraction; the other one may group its thousands. */
public enum DecimalSign {
  POINT('.'),
  COMMA(',');

  private final char sign;

  DecimalSign(char sign) {
    this.sign = sign;
  }

  public char sign() {
    return sign;
  }

  public DecimalSign other() {
    return this == POINT ? COMMA : POINT;
  }
}
