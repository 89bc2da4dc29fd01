/**
 * What an order event is: its fields, its versions and how old ones are brought up to date, the
 * rules there are. Pure; the driven ports that carry events stand beside it. Callers may be anyone.
 */
@NullMarked
package io.orderlake.domain.order;

import org.jspecify.annotations.NullMarked;
