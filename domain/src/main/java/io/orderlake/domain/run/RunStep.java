package io.orderlake.domain.run;

/**
 * One step of a run, decided but not yet journalled: what happens, and where the run stands then.
 * The two come from one decision, so that whoever journals the one cannot hold another state.
 *
 * @param event what is to be journalled
 * @param next the state after it
 */
public record RunStep(RunEvent event, RunState next) {}
