package cn.sanming.migrant.platform.embedded.documents;

/// What stands in a command for documents that were too large to be read.
final class Oversize {

    static final String FIELD = "$oversize";

    private Oversize() {}
}
