package io.orderlake.domain.table;

/**
 * A number that a table's commits carry beside their rows, so that data and progress cannot
 * disagree; stored as Delta's {@code txn} action.
 *
 * @param name its {@code appId}; words in capitals stand for what differs, e.g. {@code TOPIC}
 * @param meaning what its {@code version} says
 */
public record Position(String name, String meaning) {}
