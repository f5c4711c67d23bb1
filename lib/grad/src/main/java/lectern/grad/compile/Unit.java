package lectern.grad.compile;

/** What is scheduled as one: a {@link Group} or a {@link Single}. */
sealed interface Unit permits Group, Single {}
