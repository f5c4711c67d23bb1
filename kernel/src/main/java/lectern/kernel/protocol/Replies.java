package lectern.kernel.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Contents of replies. */
final class Replies {
    private Replies() {}

    static Map<String, Object> ok() {
        var content = new LinkedHashMap<String, Object>();
        content.put("status", "ok");
        return content;
    }

    static Map<String, Object> error(String name, String message, List<String> traceback) {
        var content = new LinkedHashMap<String, Object>();
        content.put("status", "error");
        content.put("ename", name == null ? "" : name);
        content.put("evalue", message == null ? "" : message);
        content.put("traceback", traceback);
        return content;
    }
}
