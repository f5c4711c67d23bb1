package lectern.notebook;

import java.util.Map;

/** Surroundings that show nothing; tests add what they need. */
class Silent implements Host {
    @Override
    public void display(MimeBundle bundle, String displayId) {}

    @Override
    public void update(MimeBundle bundle, String displayId) {}

    @Override
    public void clearOutput(boolean wait) {}

    @Override
    public MimeBundle render(Object value) {
        return MimeBundle.text(String.valueOf(value));
    }

    @Override
    public boolean interruptRequested() {
        return false;
    }

    @Override
    public boolean interactive() {
        return false;
    }

    @Override
    public Comm openComm(String target, Map<String, Object> data, Map<String, Object> metadata, byte[]... buffers) {
        throw new UnsupportedOperationException("no front end here");
    }
}
