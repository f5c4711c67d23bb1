package lectern.notebook;

import static org.junit.jupiter.api.Assertions.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Claims that hold, that do not, and that are no claims. */
class ClaimBookTest {
    /** A notebook that knows the source of its cells. */
    private static final class Knowing extends Silent {
        private final List<Claim> claimed = new ArrayList<>();
        private String request = "1";

        @Override
        public String requestId() {
            return request;
        }

        @Override
        public Quote quote(String verb, int argument) {
            return new Quote(verb + " " + argument + ": a < b", Map.of("a", "2"));
        }

        @Override
        public void claimed(Claim claim) {
            claimed.add(claim);
        }
    }

    private final Knowing host = new Knowing();
    private final ClaimBook reader = new ClaimBook(false, () -> host);
    private final ClaimBook press = new ClaimBook(true, () -> host);

    @Test
    void whatHoldsIsRegistered() {
        press.claim("less", "It is less.", () -> true);
        var claim = new Claim("less", "It is less.", true, Quote.NONE);
        assertEquals(List.of(claim), press.claims());
        assertEquals(List.of(claim), host.claimed);
        var shown = claim.toMimeBundle();
        assertEquals(List.of(Claim.TYPE), List.copyOf(shown.data().keySet()), "front ends show nothing");
        assertEquals(
                Map.of("claim", Map.of("id", "less", "sentence", "It is less.", "held", true)),
                shown.metadata().get("lectern"));
    }

    @Test
    void theReaderGetsANoteAndGoesOn() {
        reader.claim("less", "$x_1$ is less than 5 % & <b>.", () -> false);
        var claim = reader.claims().getFirst();
        assertFalse(claim.held());
        assertEquals(
                "With these numbers this sentence no longer holds: $x_1$ is less than 5 % & <b>. (a = 2)",
                claim.toString());
        var data = claim.toMimeBundle().data();
        assertEquals(claim.toString(), data.get(MimeBundle.TEXT));
        var html = data.get(MimeBundle.HTML).toString();
        assertTrue(html.contains("<em>$x_1$ is less than 5 % &amp; &lt;b&gt;.</em>"), html);
        assertTrue(html.contains("<code>a = 2</code>"), html);
        var latex = data.get(MimeBundle.LATEX).toString();
        assertTrue(latex.contains("\\emph{$x_1$ is less than 5 \\% \\& <b>.} (\\texttt{a = 2})"), latex);
    }

    @Test
    void whoPrintsGetsAnErrorWithConditionAndValues() {
        var error = assertThrows(AssertionError.class, () -> press.claim("less", "It is less.", () -> false));
        assertEquals(
                "This sentence does not hold: It is less.\n  claim: less\n  condition: claim 2: a < b\n  values: a = 2",
                error.getMessage());
        assertFalse(press.claims().getFirst().held());
        assertEquals(List.of(), host.claimed);
    }

    @Test
    void withoutASourceTheSentenceStandsAlone() {
        var plain = new ClaimBook(true, Silent::new);
        var error = assertThrows(AssertionError.class, () -> plain.claim("less", "It is less.", () -> false));
        assertEquals("This sentence does not hold: It is less.\n  claim: less", error.getMessage());
        var claim = new Claim("a", "It is less.", false, Quote.NONE);
        assertEquals("With these numbers this sentence no longer holds: It is less.", claim.toString());
        assertFalse(claim.toMimeBundle().data().get(MimeBundle.HTML).toString().contains("<code>"));
    }

    @Test
    void aConditionThatThrowsCountsAsNo() {
        reader.claim("first", "There is one.", () -> List.of().getFirst() != null);
        assertTrue(reader.claims().getFirst().toString().contains("NoSuchElementException"));
        var error = assertThrows(
                AssertionError.class,
                () -> press.claim("first", "There is one.", () -> List.of().getFirst() != null));
        assertInstanceOf(NoSuchElementException.class, error.getCause());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "Less", "a b", "-a", "a--b", "ä"})
    void anIdThatNoLinkCanNameIsRefused(String id) {
        var error = assertThrows(IllegalArgumentException.class, () -> reader.claim(id, "It is less.", () -> true));
        assertTrue(error.getMessage().contains("small letters, digits and hyphens"), error.getMessage());
    }

    @Test
    void aClaimWithoutASentenceIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> reader.claim("a", null, () -> true));
        var error = assertThrows(IllegalArgumentException.class, () -> reader.claim("a", " ", () -> true));
        assertTrue(error.getMessage().contains("\"a\" says nothing"), error.getMessage());
    }

    @Test
    void twoClaimsOfOneIdAreRefusedAndACellMayBeRunAgain() {
        reader.claim("a", "First.", () -> true);
        var error = assertThrows(IllegalArgumentException.class, () -> reader.claim("a", "Second.", () -> true));
        assertTrue(error.getMessage().contains("the id \"a\"; the other one says: First."), error.getMessage());
        host.request = "2";
        reader.claim("a", "First.", () -> false);
        reader.claim("b", "Other.", () -> true);
        host.request = "3";
        reader.claim("a", "Second.", () -> true);
        assertEquals(
                List.of("Second.", "Other."),
                reader.claims().stream().map(Claim::sentence).toList());
    }

    @Test
    void whoPrintsRefusesAnotherSentenceInAnyCell() {
        press.claim("a", "First.", () -> true);
        host.request = "2";
        press.claim("a", "First.", () -> true);
        host.request = "3";
        assertThrows(IllegalArgumentException.class, () -> press.claim("a", "Second.", () -> true));
    }

    @Test
    void onAConsoleOnlyWhatFailsIsShown() {
        var shown = new ArrayList<MimeBundle>();
        var console = new Silent() {
            @Override
            public void display(MimeBundle bundle, String displayId) {
                shown.add(bundle);
            }
        };
        var book = new ClaimBook(false, () -> console);
        book.claim("yes", "It is.", () -> true);
        book.claim("no", "It is not.", () -> false);
        assertEquals(1, shown.size());
        assertTrue(shown.getFirst().toString().endsWith("It is not."));
    }
}
