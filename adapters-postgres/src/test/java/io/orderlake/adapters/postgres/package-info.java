/** Gold in PostgreSQL 15, which each test gets a database of its own in. */
@NullMarked
package io.orderlake.adapters.postgres;

import org.jspecify.annotations.NullMarked;
