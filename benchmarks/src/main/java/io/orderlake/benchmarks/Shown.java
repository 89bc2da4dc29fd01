package io.orderlake.benchmarks;

/**
 * What was measured for a goal.
 *
 * @param measured in the goal's unit
 */
public record Shown(Goal goal, double measured) {}
