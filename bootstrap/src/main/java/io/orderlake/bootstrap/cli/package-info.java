/**
 * The command line: all roles under one name, and what is said when it is wrong or when something
 * breaks. A role is a thin shell that reads options, asks a use case and shows what came of it; the
 * packages below hold one kind of role each:
 *
 * <ul>
 *   <li>{@code serve}: make a lake and keep it going
 *   <li>{@code produce}: publish orders
 *   <li>{@code run}: ask for jobs, and see how all stands
 *   <li>{@code query}: show and prove what is there
 *   <li>{@code correct}: have it judged again
 * </ul>
 *
 * <p>They stand on {@code role}, which is what roles have in common, and that on {@code process},
 * which has the exit codes. Texts and JSON of one kind of role are in its package; what the demo
 * shows as well is in {@link io.orderlake.bootstrap.terminal}.
 *
 * <p>Called by the main class; holds no rule of business.
 */
@NullMarked
package io.orderlake.bootstrap.cli;

import org.jspecify.annotations.NullMarked;
