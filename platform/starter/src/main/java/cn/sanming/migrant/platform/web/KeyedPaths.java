package cn.sanming.migrant.platform.web;

/// Paths whose records keep the keys of the requests they have seen themselves, in the same write as what these did.
@FunctionalInterface
public interface KeyedPaths {

    boolean keepTheirKeys(String path);
}
