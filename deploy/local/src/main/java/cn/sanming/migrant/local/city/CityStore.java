package cn.sanming.migrant.local.city;

import cn.sanming.migrant.platform.embedded.LocalStore;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where the city keeps its documents: in the file of its folder, or, where the environment names one (`MONGODB_URI`),
/// in a MongoDB.
///
/// @param own the store in this process, if it is that one
record CityStore(String connectionString, @Nullable LocalStore own) implements AutoCloseable {

    static CityStore start(Path file) {
        var given = System.getenv("MONGODB_URI");
        if (given != null && !given.isBlank()) {
            return new CityStore(given, null);
        }
        var own = LocalStore.start(file, 0);
        return new CityStore(own.connectionString(), own);
    }

    /// The address without what only the owner of the store may know.
    String shown() {
        return connectionString.replaceAll("//[^/@]*@", "//…@");
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }
}
