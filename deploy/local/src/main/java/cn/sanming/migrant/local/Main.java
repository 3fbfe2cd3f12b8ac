package cn.sanming.migrant.local;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The front door of the process. It parts the class path into rooms (the departments' jars) and what they share,
/// and starts the city in a class loader that sees only the shared part.
public final class Main {

    private static final Pattern ROOM = Pattern.compile("(gateway|[a-z-]+-service)-[0-9].*\\.jar");

    private Main() {}

    public static void main(String[] arguments) throws ReflectiveOperationException, MalformedURLException {
        var shared = new ArrayList<URL>();
        var rooms = new ArrayList<Path>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            var path = Path.of(entry).toAbsolutePath();
            if (ROOM.matcher(path.getFileName().toString()).matches()) {
                rooms.add(path);
            } else {
                shared.add(path.toUri().toURL());
            }
        }
        var loader = new URLClassLoader("city", shared.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        Thread.currentThread().setContextClassLoader(loader);
        try {
            loader.loadClass("cn.sanming.migrant.local.CityProgram")
                    .getMethod("run", List.class, String[].class)
                    .invoke(null, rooms, arguments);
        } catch (InvocationTargetException e) {
            e.getCause().printStackTrace();
            System.exit(1);
        }
    }
}
