package io.orderlake.adapters.console.html;

import io.orderlake.domain.text.SafeText;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An element with its attributes and what it holds. Immutable.
 *
 * @param name e.g. {@code section}
 * @param attributes by name, in their order
 * @param children in their order
 */
public record Element(String name, Map<String, String> attributes, List<Html> children)
    implements Html {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9]*");
  private static final Pattern ATTRIBUTE = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]*");

  /** Which have no end. */
  private static final Set<String> VOID = Set.of("br", "hr", "input", "link", "meta");

  /** What the content security policy forbids anyway. */
  private static final Set<String> FORBIDDEN = Set.of("style", "iframe", "object", "embed", "base");

  private static final Set<String> ADDRESSES = Set.of("href", "src", "action", "formaction");

  /** Checks that it is one which a page of the console may have. */
  public Element {
    if (!NAME.matcher(name).matches() || FORBIDDEN.contains(name)) {
      throw new IllegalArgumentException("a page has no element '" + name + "'");
    }
    if ((VOID.contains(name) || name.equals("script")) && children.nonEmpty()) {
      throw new IllegalArgumentException("an element " + name + " holds nothing");
    }
  }

  /** An element that holds these. */
  public static Element of(String name, Html... children) {
    return new Element(name, LinkedHashMap.empty(), List.of(children));
  }

  /** An element that holds this text. */
  public static Element of(String name, String text) {
    return of(name, Html.text(text));
  }

  /** The same that holds these as well. */
  public Element add(Html... more) {
    return new Element(name, attributes, children.appendAll(List.of(more)));
  }

  /** The same that holds these as well. */
  public Element add(Iterable<? extends Html> more) {
    return new Element(name, attributes, children.appendAll(more));
  }

  /** The same with these classes. */
  public Element classed(String classes) {
    return with("class", classes);
  }

  /** The same with an attribute that has no value. */
  public Element with(String attribute) {
    return with(attribute, "");
  }

  /**
   * The same with an attribute; an address among them is of the console itself ({@link Link}).
   *
   * @throws IllegalArgumentException when it would run something or lead elsewhere
   */
  public Element with(String attribute, String value) {
    if (!ATTRIBUTE.matcher(attribute).matches()
        || attribute.startsWith("on")
        || attribute.equals("style")) {
      throw new IllegalArgumentException("a page has no attribute '" + attribute + "'");
    }
    if (ADDRESSES.contains(attribute) && !Link.isLocal(value)) {
      throw new IllegalArgumentException("'" + value + "' leads away from the console");
    }
    return new Element(name, attributes.put(attribute, value), children);
  }

  @Override
  public void write(StringBuilder out) {
    out.append('<').append(name);
    attributes.forEach(
        (attribute, value) -> {
          out.append(' ').append(attribute);
          if (!value.isEmpty()) {
            out.append("=\"");
            Escaped.write(SafeText.line(value), out);
            out.append('"');
          }
        });
    out.append('>');
    if (!VOID.contains(name)) {
      children.forEach(child -> child.write(out));
      out.append("</").append(name).append('>');
    }
  }
}
