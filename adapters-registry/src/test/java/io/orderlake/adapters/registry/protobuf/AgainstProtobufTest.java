package io.orderlake.adapters.registry.protobuf;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import io.orderlake.domain.order.FieldValue;
import io.orderlake.domain.schema.RegisteredSchema;
import io.orderlake.domain.source.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random messages of random schemas: what Protobuf's own encoder writes is read as it was. */
class AgainstProtobufTest {
  private static final List<FieldDescriptorProto.Type> TYPES =
      List.of(
          FieldDescriptorProto.Type.TYPE_DOUBLE,
          FieldDescriptorProto.Type.TYPE_FLOAT,
          FieldDescriptorProto.Type.TYPE_INT32,
          FieldDescriptorProto.Type.TYPE_INT64,
          FieldDescriptorProto.Type.TYPE_UINT32,
          FieldDescriptorProto.Type.TYPE_UINT64,
          FieldDescriptorProto.Type.TYPE_SINT32,
          FieldDescriptorProto.Type.TYPE_SINT64,
          FieldDescriptorProto.Type.TYPE_FIXED32,
          FieldDescriptorProto.Type.TYPE_FIXED64,
          FieldDescriptorProto.Type.TYPE_SFIXED32,
          FieldDescriptorProto.Type.TYPE_SFIXED64,
          FieldDescriptorProto.Type.TYPE_BOOL,
          FieldDescriptorProto.Type.TYPE_STRING,
          FieldDescriptorProto.Type.TYPE_BYTES,
          FieldDescriptorProto.Type.TYPE_ENUM,
          FieldDescriptorProto.Type.TYPE_MESSAGE);

  private final long seed = Long.getLong("orderlake.test.seed", 20261129);
  private final Random random = new Random(seed);

  @Test
  void what_protobuf_writes_is_read() throws Exception {
    long bytes = 0;
    for (int i = 0; i < 300; i++) {
      boolean isProto3 = random.nextBoolean();
      StringBuilder text = new StringBuilder();
      Descriptor descriptor = schema(text, isProto3);
      for (int k = 0; k < 5; k++) {
        DynamicMessage message = message(descriptor, 3);
        byte[] written = message.toByteArray();
        Node read =
            ProtobufSchemas.plain(
                    new RegisteredSchema("PROTOBUF", text.toString(), List.of()), "Order")
                .getOrElseThrow(why -> new AssertionError("seed " + seed + ": " + text + why))
                .read(written, 0)
                .getOrElseThrow(why -> new AssertionError("seed " + seed + ": " + text + why));
        assertThat(read.value().json())
            .as("seed %d: %s", seed, text)
            .isEqualTo(expected(message, isProto3).value().json());
        bytes += written.length;
      }
    }
    assertThat(bytes).isGreaterThan(10_000);
  }

  /** One schema twice: as text and as Protobuf's own descriptor. */
  private Descriptor schema(StringBuilder text, boolean isProto3) throws Exception {
    text.append("syntax = \"").append(isProto3 ? "proto3" : "proto2").append("\";\npackage a.b;\n");
    text.append("enum Kind { NONE = 0; SOME = 1; LATE = 7; }\nmessage Order {\n");
    DescriptorProto.Builder order = DescriptorProto.newBuilder().setName("Order");
    int fields = 1 + random.nextInt(8);
    for (int i = 1; i <= fields; i++) {
      FieldDescriptorProto.Type type = TYPES.get(random.nextInt(TYPES.size()));
      boolean repeated = random.nextInt(3) == 0;
      boolean explicit = !isProto3 || random.nextInt(3) == 0;
      int tag = random.nextBoolean() ? i : 1000 * i;
      FieldDescriptorProto.Builder field =
          FieldDescriptorProto.newBuilder()
              .setName("f" + i)
              .setNumber(tag)
              .setType(type)
              .setLabel(
                  repeated
                      ? FieldDescriptorProto.Label.LABEL_REPEATED
                      : FieldDescriptorProto.Label.LABEL_OPTIONAL);
      String name = type.name().substring("TYPE_".length()).toLowerCase(Locale.ROOT);
      if (type == FieldDescriptorProto.Type.TYPE_ENUM) {
        field.setTypeName(".a.b.Kind");
        name = random.nextBoolean() ? "Kind" : ".a.b.Kind";
      } else if (type == FieldDescriptorProto.Type.TYPE_MESSAGE) {
        field.setTypeName(".a.b.Order");
        name = random.nextBoolean() ? "b.Order" : "Order";
      }
      if (isProto3 && explicit && !repeated && type != FieldDescriptorProto.Type.TYPE_MESSAGE) {
        field.setProto3Optional(true).setOneofIndex(order.getOneofDeclCount());
        order.addOneofDeclBuilder().setName("_f" + i);
      }
      order.addField(field);
      text.append("  ").append(repeated ? "repeated " : explicit ? "optional " : "");
      text.append(name).append(" f").append(i).append(" = ").append(tag).append(";\n");
    }
    text.append("}\n");
    FileDescriptorProto file =
        FileDescriptorProto.newBuilder()
            .setName("order.proto")
            .setPackage("a.b")
            .setSyntax(isProto3 ? "proto3" : "proto2")
            .addEnumType(
                EnumDescriptorProto.newBuilder()
                    .setName("Kind")
                    .addValue(symbol("NONE", 0))
                    .addValue(symbol("SOME", 1))
                    .addValue(symbol("LATE", 7)))
            .addMessageType(order)
            .build();
    return FileDescriptor.buildFrom(file, new FileDescriptor[0]).findMessageTypeByName("Order");
  }

  private static EnumValueDescriptorProto symbol(String name, int number) {
    return EnumValueDescriptorProto.newBuilder().setName(name).setNumber(number).build();
  }

  private DynamicMessage message(Descriptor type, int depth) {
    DynamicMessage.Builder message = DynamicMessage.newBuilder(type);
    for (FieldDescriptor field : type.getFields()) {
      boolean deeper = field.getType() == FieldDescriptor.Type.MESSAGE;
      if (random.nextInt(4) == 0 || (deeper && depth == 0)) {
        continue;
      }
      if (field.isRepeated()) {
        for (int i = random.nextInt(4); i > 0; i--) {
          message.addRepeatedField(field, value(field, depth));
        }
      } else {
        message.setField(field, value(field, depth));
      }
    }
    return message.build();
  }

  private Object value(FieldDescriptor field, int depth) {
    return switch (field.getJavaType()) {
      case INT -> random.nextInt() >> random.nextInt(32);
      case LONG -> random.nextLong() >> random.nextInt(64);
      case FLOAT -> random.nextInt(1000) / 100f;
      case DOUBLE -> random.nextInt(100_000) / 100.0;
      case BOOLEAN -> random.nextBoolean();
      case STRING -> List.of("", "Cup", "Zürich 😀").get(random.nextInt(3));
      case BYTE_STRING -> {
        byte[] bytes = new byte[random.nextInt(40)];
        random.nextBytes(bytes);
        yield ByteString.copyFrom(bytes);
      }
      case ENUM -> field.getEnumType().getValues().get(random.nextInt(3));
      case MESSAGE -> message(field.getMessageType(), depth - 1);
    };
  }

  /** Everything that the message says, and in proto3 what stands for nothing. */
  private static Node expected(DynamicMessage message, boolean isProto3) {
    Map<String, Node> members = new LinkedHashMap<>();
    for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
      if (field.isRepeated()) {
        List<Node> items = new ArrayList<>();
        for (Object item : (List<?>) message.getField(field)) {
          items.add(node(field, item, isProto3));
        }
        members.put(field.getName(), new Node.ArrayNode(items));
      } else if (!field.hasPresence() || message.hasField(field)) {
        members.put(field.getName(), node(field, message.getField(field), isProto3));
      }
    }
    return new Node.ObjectNode(members);
  }

  private static Node node(FieldDescriptor field, Object value, boolean isProto3) {
    return switch (field.getType()) {
      case MESSAGE, GROUP -> expected((DynamicMessage) value, isProto3);
      case ENUM -> text(((EnumValueDescriptor) value).getName());
      case STRING -> text((String) value);
      case BYTES -> text(Base64.getEncoder().encodeToString(((ByteString) value).toByteArray()));
      case BOOL -> new Node.ValueNode(new FieldValue.Flag((Boolean) value));
      case UINT32, FIXED32 -> number(Integer.toUnsignedString((Integer) value));
      case UINT64, FIXED64 -> number(Long.toUnsignedString((Long) value));
      case FLOAT, DOUBLE ->
          number(new BigDecimal(value.toString()).stripTrailingZeros().toPlainString());
      default -> number(value.toString());
    };
  }

  private static Node text(String text) {
    return new Node.ValueNode(new FieldValue.Text(text));
  }

  private static Node number(String digits) {
    return new Node.ValueNode(new FieldValue.Number(digits));
  }
}
