package cn.sanming.migrant.platform.kernel;

/// What a caller has seen of the record that the request's path names (`If-Match`): a change of a younger one is
// refused.
///
/// @param path of the request @param version the version seen; -1 when it cannot be one of ours
public record Precondition(String path, long version) {

    /// Whether this is said of the record with that id.
    public boolean concerns(String id) {
        return path.contains("/" + id + "/") || path.endsWith("/" + id);
    }
}
