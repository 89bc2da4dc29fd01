"""The smoke test of the whole stack; ``docker/smoke-test`` starts it."""
