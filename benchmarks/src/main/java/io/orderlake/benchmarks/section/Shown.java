package io.orderlake.benchmarks.section;

/**
 * What was measured for a goal.
 *
 * @param measured in the goal's unit
 */
public record Shown(Goal goal, double measured) {}
