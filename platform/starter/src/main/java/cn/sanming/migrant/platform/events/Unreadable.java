package cn.sanming.migrant.platform.events;

/// A record that no repetition makes readable: no event of ours, or data that is not what the reaction reads.
final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1;

    Unreadable(String why) {
        super(why);
    }

    Unreadable(String why, Throwable cause) {
        super(why, cause);
    }
}
