package lectern.notebook.widget;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values of a widget with the binary ones taken out, as the widget protocol wants them. */
record Buffers(Map<String, Object> state, List<List<String>> paths, byte[][] buffers) {
    static Buffers split(Map<String, Object> values) {
        var state = new LinkedHashMap<String, Object>();
        var paths = new ArrayList<List<String>>();
        var buffers = new ArrayList<byte[]>();
        values.forEach((name, value) -> {
            if (value instanceof byte[] bytes) {
                paths.add(List.of(name));
                buffers.add(bytes);
            } else {
                state.put(name, value);
            }
        });
        return new Buffers(state, paths, buffers.toArray(byte[][]::new));
    }
}
