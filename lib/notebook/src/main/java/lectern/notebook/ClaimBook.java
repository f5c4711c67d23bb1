package lectern.notebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The claims of a notebook: holds each to its word, and remembers how it went. */
final class ClaimBook {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int CONDITION = 2;

    /** A claim and the request in which it was made last. */
    private record Entry(Claim claim, String request) {}

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final boolean strict;
    private final Supplier<Host> host;

    /** {@code strict} makes an error of a claim that does not hold. */
    ClaimBook(boolean strict, Supplier<Host> host) {
        this.strict = strict;
        this.host = host;
    }

    void claim(String id, String sentence, BooleanSupplier condition) {
        refuseUnnamed(id, sentence);
        refuseTwice(id, sentence);
        boolean held;
        RuntimeException trouble = null;
        try {
            held = condition.getAsBoolean();
        } catch (RuntimeException e) {
            held = false;
            trouble = e;
        }
        var quote = held ? Quote.NONE : quoted(trouble);
        var claim = new Claim(id, sentence, held, quote);
        synchronized (entries) {
            entries.put(id, new Entry(claim, host.get().requestId()));
        }
        if (!held && strict) {
            throw broken(claim, trouble);
        }
        host.get().claimed(claim);
    }

    private Quote quoted(@Nullable RuntimeException trouble) {
        var quote = host.get().quote("claim", CONDITION);
        return trouble == null
                ? quote
                : new Quote(
                        quote.source(),
                        Map.of(quote.source().isEmpty() ? "its condition" : quote.source(), "" + trouble));
    }

    private static void refuseUnnamed(String id, String sentence) {
        if (id == null || !ID.matcher(id).matches()) {
            throw new IllegalArgumentException("A claim needs an id of small letters, digits and hyphens, such as "
                    + "\"momentum-wins\", by which text refers to it; got " + (id == null ? "null" : "\"" + id + "\""));
        }
        if (sentence == null || sentence.isBlank()) {
            throw new IllegalArgumentException(
                    "The claim \"" + id + "\" says nothing: its second argument is the sentence " + "that must hold");
        }
    }

    /** A cell may be run again, and its sentence may be written anew; two sentences under one id in one run are a slip. */
    private void refuseTwice(String id, String sentence) {
        Entry known;
        synchronized (entries) {
            known = entries.get(id);
        }
        if (known == null) {
            return;
        }
        var request = host.get().requestId();
        boolean sameCell = !request.isEmpty() && request.equals(known.request());
        if (sameCell || strict && !sentence.equals(known.claim().sentence())) {
            throw new IllegalArgumentException("Two claims have the id \"" + id + "\"; the other one says: "
                    + known.claim().sentence() + " Give each an id of its own, and make one claim of a loop.");
        }
    }

    private static AssertionError broken(Claim claim, @Nullable RuntimeException trouble) {
        var quote = claim.condition();
        var told = quote.told();
        return new AssertionError(
                "This sentence does not hold: " + claim.sentence() + "\n  claim: " + claim.id()
                        + (quote.source().isEmpty() ? "" : "\n  condition: " + quote.source())
                        + (told.isEmpty() ? "" : "\n  values: " + told),
                trouble);
    }

    List<Claim> claims() {
        synchronized (entries) {
            return entries.values().stream().map(Entry::claim).toList();
        }
    }
}
