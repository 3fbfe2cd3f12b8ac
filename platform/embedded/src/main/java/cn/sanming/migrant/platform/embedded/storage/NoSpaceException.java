package cn.sanming.migrant.platform.embedded.storage;

/// The store could not write what was asked of it, and has forgotten it. It goes on by itself when it can.
public final class NoSpaceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSpaceException(Throwable cause) {
        super("nothing can be written now (" + cause.getMessage() + "); what was not acknowledged is gone", cause);
    }
}
