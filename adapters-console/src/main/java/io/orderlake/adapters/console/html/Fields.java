package io.orderlake.adapters.console.html;

import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/** What is filled in, each with its label. */
public final class Fields {
  private Fields() {}

  /** A form that looks for something: what is filled in becomes the address. */
  public static Element search(String action, String label) {
    return Element.of("form")
        .with("method", "get")
        .with("action", action)
        .with("aria-label", label);
  }

  /** A line of text. */
  public static Element text(String label, String name, Option<String> value, String example) {
    Element input =
        Element.of("input")
            .with("type", "text")
            .with("name", name)
            .with("placeholder", example)
            .with("autocomplete", "off");
    return labelled(label, value.map(text -> input.with("value", text)).getOrElse(input));
  }

  /** A whole number. */
  public static Element number(String label, String name, long value, long least, long most) {
    return labelled(
        label,
        Element.of("input")
            .with("type", "number")
            .with("name", name)
            .with("min", Long.toString(least))
            .with("max", Long.toString(most))
            .with("value", Long.toString(value)));
  }

  /**
   * A choice.
   *
   * @param choices what is sent, and what is shown for it
   */
  public static Element choice(
      String label, String name, String chosen, Seq<Tuple2<String, String>> choices) {
    return labelled(
        label,
        Element.of("select")
            .with("name", name)
            .add(choices.map(choice -> option(choice._1, choice._2, choice._1.equals(chosen)))));
  }

  private static Element option(String value, String shown, boolean isChosen) {
    Element option = Element.of("option", shown).with("value", value);
    return isChosen ? option.with("selected") : option;
  }

  private static Element labelled(String label, Element field) {
    return Element.of("label", Tags.span(label), field);
  }
}
