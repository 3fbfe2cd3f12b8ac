package cn.sanming.migrant.platform.embedded.documents;

import de.bwaldvogel.mongo.exception.MongoServerError;

/// MongoDB's refusals, by their documented codes.
final class Errors {

    private Errors() {}

    static MongoServerError badValue(String message) {
        return new MongoServerError(2, "BadValue", message);
    }

    static MongoServerError failedToParse(String message) {
        return new MongoServerError(9, "FailedToParse", message);
    }

    static MongoServerError typeMismatch(String message) {
        return new MongoServerError(14, "TypeMismatch", message);
    }

    static MongoServerError pathNotViable(String field, String parent, String element) {
        return new MongoServerError(
                28, "PathNotViable", "Cannot create field '%s' in element {%s: %s}".formatted(field, parent, element));
    }

    static MongoServerError immutable(String message) {
        return new MongoServerError(66, "ImmutableField", message);
    }

    static MongoServerError tooLarge(long size) {
        return new MongoServerError(
                10334,
                "BSONObjectTooLarge",
                "BSONObj size: %d (0x%X) is invalid. Size must be between 0 and 16793600(16MB)".formatted(size, size));
    }

    static MongoServerError noNamespace(String namespace) {
        return new MongoServerError(26, "NamespaceNotFound", "ns does not exist: " + namespace);
    }

    static MongoServerError notImplemented(String what) {
        return new MongoServerError(238, "NotImplemented", what + " is not known to the embedded store");
    }
}
