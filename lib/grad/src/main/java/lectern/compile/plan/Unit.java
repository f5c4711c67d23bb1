package lectern.compile.plan;

/** What is scheduled as one: a {@link Group} or a {@link Single}. */
public sealed interface Unit permits Group, Single {}
