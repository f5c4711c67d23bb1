package lectern.optim;

import lectern.compile.Compiled;
import lectern.grad.FnN;

/** The one place where this room asks for compilation. */
final class Programs {
    private Programs() {}

    /** The program as fast as it can be had, with fresh results in every call. */
    static FnN compiled(FnN program) {
        return new Compiled(program);
    }
}
