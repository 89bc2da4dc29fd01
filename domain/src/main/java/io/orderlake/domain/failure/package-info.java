/**
 * Why the machine, a store or the program itself did not do what was asked: a closed list of
 * causes, each with its verdict, what people are told of it and how it is recognised. Everything
 * that follows from a verdict (whether a run may be asked for again, its category, exit codes, what
 * Airflow does) follows from it in one place, {@code domain.run.RunFailure.Category}; the page for
 * people is {@code docs/failures.md}. Adapters translate what their libraries throw onto these
 * causes and decide nothing else.
 */
@NullMarked
package io.orderlake.domain.failure;

import org.jspecify.annotations.NullMarked;
