package io.orderlake.application.feed;

import io.orderlake.domain.notation.CellText;
import io.orderlake.domain.notation.DecimalSign;
import io.orderlake.domain.notation.NumberStyle;
import io.orderlake.domain.order.FieldValue;
import io.orderlake.domain.order.OrderFields;
import io.orderlake.domain.source.Conversion;
import io.orderlake.domain.source.FieldMapping;
import io.orderlake.domain.source.Mapping;
import io.orderlake.domain.source.Node;
import io.orderlake.domain.source.TimeForm;
import io.orderlake.domain.source.ValueOrigin;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the records of a feed show about how they write numbers and times. */
final class SourceFindings {
  private final Mapping mapping;
  private final Map<FieldMapping, TimeFindings> times = new LinkedHashMap<>();
  private final Map<FieldMapping, NumberStyle> numbers = new LinkedHashMap<>();
  private Option<String> unreadNumber = Option.none();
  private Option<String> currencySign = Option.none();
  private Option<String> refund = Option.none();

  SourceFindings(Mapping mapping) {
    this.mapping = mapping;
    for (FieldMapping field : mapping.fields()) {
      if (field.from() instanceof ValueOrigin.Constant) {
        continue;
      }
      if (field.conversion() instanceof Conversion.ToTime time
          && time.form() instanceof TimeForm.Written written) {
        times.put(field, new TimeFindings(written.style(), Advice.SOURCE));
      } else if (field.conversion() instanceof Conversion.ToNumber number) {
        numbers.put(field, number.style());
      }
    }
  }

  void see(RecordTrees.Tree tree) {
    if (tree.root().isLeft()) {
      return;
    }
    Node root = tree.root().get();
    int number = 0;
    for (Node part : mapping.parts(root)) {
      see(tree.place(), root, part, number++);
    }
  }

  private void see(String place, Node root, Node part, int number) {
    times.forEach(
        (field, findings) ->
            text(field, root, part, number).forEach(text -> findings.see(place, text, false)));
    numbers.forEach(
        (field, style) ->
            text(field, root, part, number)
                .filter(text -> style.read(text).isEmpty())
                .forEach(text -> unread(field, place, text)));
    numbers.keySet().stream()
        .filter(SourceFindings::isPlainQuantity)
        .forEach(field -> seeQuantity(place, field.from().of(root, part, number)));
  }

  private static boolean isPlainQuantity(FieldMapping field) {
    return field.field().name().equals(OrderFields.QUANTITY) && !field.negativeIsRefund();
  }

  private void seeQuantity(String place, @Nullable FieldValue found) {
    String quantity =
        found instanceof FieldValue.Text text ? text.value() : found == null ? "" : found.json();
    refund = refund.orElse(() -> Advice.SOURCE.refund(place, quantity));
  }

  private static Option<String> text(FieldMapping field, Node root, Node part, int number) {
    return field.from().of(root, part, number) instanceof FieldValue.Text text
        ? Option.some(CellText.clean(text.value()))
        : Option.none();
  }

  private void unread(FieldMapping field, String place, String text) {
    String number = field.field().name() + " of " + place;
    currencySign = currencySign.orElse(() -> Advice.SOURCE.currencySign(number, text));
    if (unreadNumber.isEmpty()
        && (new NumberStyle(DecimalSign.COMMA, true).read(text).isDefined()
            || new NumberStyle(DecimalSign.POINT, true).read(text).isDefined())) {
      unreadNumber =
          Option.some(
              "%s is %s, which is no number as the source writes them; decimal: comma or decimal: point says what its decimal sign is, and lets the other one group thousands"
                  .formatted(number, text));
    }
  }

  /** Why it may not be published as it is said to be. */
  Option<String> doubt() {
    return List.ofAll(times.values()).flatMap(TimeFindings::doubt).headOption();
  }

  /** What may help when records do not pass. */
  List<String> hints() {
    return unreadNumber
        .toList()
        .appendAll(currencySign)
        .appendAll(refund)
        .appendAll(List.ofAll(times.values()).flatMap(TimeFindings::hints));
  }

  /** What the reader should know. */
  List<String> notes() {
    return List.ofAll(times.values()).flatMap(TimeFindings::notes);
  }
}
