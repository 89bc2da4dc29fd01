/**
 * The business rules, one class each, registered in {@link
 * io.orderlake.domain.order.rule.OrderRules}. Only the rule set runs them.
 */
@NullMarked
package io.orderlake.domain.order.rule;

import org.jspecify.annotations.NullMarked;
