package io.orderlake.application.examine;

import io.vavr.collection.List;

/**
 * A rule that is broken.
 *
 * @param code the rule's
 * @param field the field at fault; empty where fields are not told apart, or the whole is at fault
 * @param count how many break it
 * @param examples the first of them, at least one
 * @param <E> an example
 */
public record ReasonCount<E>(String code, String field, long count, List<E> examples) {}
