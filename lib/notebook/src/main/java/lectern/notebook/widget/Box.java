package lectern.notebook.widget;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Widgets side by side or one below the other. */
public final class Box extends Widget {
    private final List<Widget> children;
    private final String separator;

    Box(String name, String separator, Widget... children) {
        super(
                name,
                null,
                Map.of(
                        "children",
                        Arrays.stream(children)
                                .map(child -> reference(child.id()))
                                .toList(),
                        "box_style",
                        ""));
        this.children = List.of(children);
        this.separator = separator;
    }

    @Override
    public String toString() {
        return children.stream().map(Widget::toString).collect(Collectors.joining(separator));
    }
}
