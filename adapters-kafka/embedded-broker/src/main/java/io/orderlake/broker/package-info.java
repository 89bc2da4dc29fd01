/**
 * A Kafka broker for one laptop, run as a child process on a class path of its own. Nobody calls in
 * here: the parent talks to it by arguments, one ready line, standard input and signals. Listens on
 * loopback only.
 */
@NullMarked
package io.orderlake.broker;

import org.jspecify.annotations.NullMarked;
