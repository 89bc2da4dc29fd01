package io.orderlake.adapters.registry.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.contract.RecordFormatContract;
import io.orderlake.domain.source.RecordFormat;
import org.junit.jupiter.api.Test;

class PlainProtobufTest implements RecordFormatContract {
  @Override
  public RecordFormat format() {
    return PlainFormat.of(SchemaKind.PROTOBUF, Written.PROTOBUF, "Order").get();
  }

  @Override
  public byte[] order() {
    return Written.protobufOrder();
  }

  @Test
  void a_message_is_found_by_its_name_with_or_without_what_it_is_in() {
    for (String name : new String[] {"shop.Order", "shop.Order.Line", "Line", "Customer"}) {
      assertThat(PlainFormat.of(SchemaKind.PROTOBUF, Written.PROTOBUF, name).isRight())
          .as(name)
          .isTrue();
    }
    assertThat(PlainFormat.of(SchemaKind.PROTOBUF, Written.PROTOBUF, "Basket").getLeft())
        .isEqualTo(
            "declares no message Basket; it declares shop.Customer, shop.Order, shop.Order.Line");
    assertThat(PlainFormat.of(SchemaKind.PROTOBUF, Written.PROTOBUF, "").getLeft())
        .isEqualTo("declares several messages (shop.Customer, shop.Order); name one of them");
  }

  @Test
  void what_is_no_schema_is_said_at_once() {
    String missing = "syntax = \"proto3\"; message A { B b = 1; }";
    assertThat(PlainFormat.of(SchemaKind.PROTOBUF, missing, "").getLeft())
        .isEqualTo(
            "is no schema of Protobuf: the type B, which A has a field of, is declared nowhere in"
                + " it or in what it imports");
    assertThat(PlainFormat.of(SchemaKind.PROTOBUF, "message", "").getLeft())
        .startsWith("is no schema of Protobuf: ");
    for (String damaged :
        new String[] {"message A { map<x> a = 1; }", "message A { map<> a", "enum E"}) {
      assertThat(PlainFormat.of(SchemaKind.PROTOBUF, damaged, "").isLeft()).as(damaged).isTrue();
    }
    assertThat(PlainFormat.of(SchemaKind.PROTOBUF, "", "").getLeft())
        .isEqualTo("declares no message");
    assertThat(PlainFormat.of(SchemaKind.PROTOBUF, "message A {".repeat(100_000), "").isLeft())
        .isTrue();
  }
}
