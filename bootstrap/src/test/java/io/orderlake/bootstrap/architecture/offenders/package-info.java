/** A small hexagon in which every architecture rule is broken once; nobody calls it. */
package io.orderlake.bootstrap.architecture.offenders;
