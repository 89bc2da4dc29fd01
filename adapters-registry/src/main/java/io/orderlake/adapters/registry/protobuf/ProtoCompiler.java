package io.orderlake.adapters.registry.protobuf;

import com.squareup.wire.Syntax;
import com.squareup.wire.schema.Field.Label;
import com.squareup.wire.schema.Location;
import com.squareup.wire.schema.internal.parser.EnumConstantElement;
import com.squareup.wire.schema.internal.parser.EnumElement;
import com.squareup.wire.schema.internal.parser.FieldElement;
import com.squareup.wire.schema.internal.parser.MessageElement;
import com.squareup.wire.schema.internal.parser.OneOfElement;
import com.squareup.wire.schema.internal.parser.ProtoFileElement;
import com.squareup.wire.schema.internal.parser.ProtoParser;
import com.squareup.wire.schema.internal.parser.TypeElement;
import io.orderlake.adapters.registry.protobuf.Message.Field;
import io.orderlake.adapters.registry.protobuf.Message.Presence;
import io.orderlake.adapters.registry.record.Values;
import io.orderlake.domain.schema.RegisteredSchema;
import io.orderlake.domain.source.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes messages of files. Options are not looked at; what a file imports is searched for types
 * whether or not it imports it itself.
 */
final class ProtoCompiler {
  /** What a name stands for. */
  private record Declared(@Nullable Message message, FieldType.@Nullable Symbol symbol) {
    FieldType type() {
      return message != null
          ? new FieldType.Nested(message)
          : java.util.Objects.requireNonNull(symbol);
    }
  }

  /** A message whose fields are not resolved yet. */
  private record Open(Message message, MessageElement element, boolean isProto3) {}

  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, Declared> declared = new LinkedHashMap<>();
  private final Set<String> loaded = new HashSet<>();
  private final List<Open> open = new ArrayList<>();

  private ProtoCompiler() {}

  /**
   * The messages that a schema's own file declares at its top, in their order.
   *
   * @throws IllegalArgumentException when it is no schema, with a sentence that goes on after what
   *     it is; the parser throws others of its kind
   */
  static List<Message> messages(RegisteredSchema schema) {
    ProtoCompiler compiler = new ProtoCompiler();
    schema
        .references()
        .forEach(reference -> compiler.texts.put(reference.name(), reference.text()));
    List<Message> own = compiler.load("schema", schema.text());
    compiler.open.forEach(compiler::resolve);
    return own;
  }

  private List<Message> load(String path, String text) {
    ProtoFileElement file = ProtoParser.Companion.parse(Location.get(path), text);
    List<String> imports = new ArrayList<>(file.getImports());
    imports.addAll(file.getPublicImports());
    imports.forEach(this::importFile);
    String prefix = file.getPackageName() == null ? "" : file.getPackageName() + ".";
    return declare(prefix, file.getTypes(), file.getSyntax() == Syntax.PROTO_3);
  }

  /** What cannot be found may hold nothing but options. */
  private void importFile(String path) {
    if (loaded.add(path)) {
      String text = texts.getOrDefault(path, BundledFiles.text(path));
      if (text != null) {
        load(path, text);
      }
    }
  }

  private List<Message> declare(String prefix, List<TypeElement> types, boolean isProto3) {
    List<Message> messages = new ArrayList<>();
    for (TypeElement type : types) {
      String name = prefix + type.getName();
      if (type instanceof MessageElement element) {
        Message message = new Message(name);
        declared.put(name, new Declared(message, null));
        open.add(new Open(message, element, isProto3));
        messages.add(message);
        message.nested().addAll(declare(name + ".", element.getNestedTypes(), isProto3));
      } else if (type instanceof EnumElement element) {
        declared.put(name, new Declared(null, symbol(element)));
      }
    }
    return messages;
  }

  private static FieldType.Symbol symbol(EnumElement element) {
    Map<Integer, Node> symbols = new HashMap<>();
    for (EnumConstantElement constant : element.getConstants()) {
      symbols.putIfAbsent(constant.getTag(), Values.text(constant.getName()));
    }
    if (symbols.isEmpty()) {
      throw new IllegalArgumentException("the enum " + element.getName() + " has no symbols");
    }
    int first = element.getConstants().get(0).getTag();
    return new FieldType.Symbol(symbols, java.util.Objects.requireNonNull(symbols.get(first)));
  }

  private void resolve(Open type) {
    MessageElement element = type.element;
    element.getFields().forEach(field -> add(type, field, -1));
    for (int choice = 0; choice < element.getOneOfs().size(); choice++) {
      OneOfElement oneOf = element.getOneOfs().get(choice);
      for (FieldElement field : oneOf.getFields()) {
        add(type, field, choice);
      }
    }
  }

  private void add(Open type, FieldElement field, int oneof) {
    FieldType fieldType = type(type.message.name(), field.getType());
    Label label = field.getLabel();
    Presence presence =
        label == Label.REQUIRED
            ? Presence.REQUIRED
            : type.isProto3
                    && label == null
                    && oneof < 0
                    && !(fieldType instanceof FieldType.Nested)
                ? Presence.IMPLICIT
                : Presence.EXPLICIT;
    Node zero =
        presence == Presence.IMPLICIT ? fieldType.zero() : declaredDefault(field, fieldType);
    type.message.add(
        field.getTag(),
        new Field(
            field.getName(),
            type.message.fields().size(),
            fieldType,
            label == Label.REPEATED,
            presence,
            oneof,
            zero));
  }

  private static @Nullable Node declaredDefault(FieldElement field, FieldType type) {
    String text = field.getDefaultValue();
    if (text == null) {
      return null;
    }
    return type instanceof FieldType.Single single
        ? single.scalar().declared(text)
        : Values.text(text);
  }

  private FieldType type(String scope, String name) {
    Scalar scalar = Scalar.named(name);
    if (scalar != null) {
      return new FieldType.Single(scalar);
    }
    if (name.startsWith("map<")) {
      int comma = name.indexOf(',');
      Scalar key = Scalar.named(name.substring("map<".length(), comma).strip());
      String value = name.substring(comma + 1, name.length() - 1).strip();
      if (key == null) {
        throw new IllegalArgumentException("a " + name + " has a key of no known type");
      }
      return new FieldType.Entries(key, type(scope, value));
    }
    return declared(scope, name).type();
  }

  /** The innermost of what the name may mean there. */
  private Declared declared(String scope, String name) {
    if (name.startsWith(".")) {
      return known(declared.get(name.substring(1)), name, scope);
    }
    for (String around = scope; ; around = outside(around)) {
      Declared found = declared.get(around.isEmpty() ? name : around + "." + name);
      if (found != null || around.isEmpty()) {
        return known(found, name, scope);
      }
    }
  }

  private static String outside(String scope) {
    return scope.substring(0, Math.max(0, scope.lastIndexOf('.')));
  }

  private static Declared known(@Nullable Declared found, String name, String scope) {
    if (found == null) {
      throw new IllegalArgumentException(
          "the type "
              + name
              + ", which "
              + scope
              + " has a field of, is declared nowhere in it or"
              + " in what it imports");
    }
    return found;
  }
}
