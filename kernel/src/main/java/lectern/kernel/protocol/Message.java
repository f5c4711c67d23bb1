package lectern.kernel.protocol;

import java.util.List;
import java.util.Map;
import lectern.kernel.json.Json;

/**
 * One message that has arrived and whose signature fits.
 *
 * @param identities routing frames, sent back in front of the reply
 * @param rawHeader the header as it came, which becomes the parent header of everything that answers it
 */
record Message(
        List<byte[]> identities,
        byte[] rawHeader,
        Map<String, Object> header,
        Map<String, Object> parent,
        Map<String, Object> metadata,
        Map<String, Object> content,
        List<byte[]> buffers) {

    String type() {
        return Json.string(header, "msg_type", "");
    }

    String id() {
        return Json.string(header, "msg_id", "");
    }

    /** The subshell it is meant for; null means the main shell. */
    String subshell() {
        return Json.string(header, "subshell_id", null);
    }
}
