package cn.sanming.migrant.platform.embedded.documents;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// Regular expressions as queries write them.
final class Patterns {

    private Patterns() {}

    static BsonRegularExpression of(@Nullable Object regex, @Nullable Object options) {
        var flags = options instanceof String text ? text : "";
        var pattern =
                switch (regex) {
                    case String text -> new BsonRegularExpression(text, flags);
                    case BsonRegularExpression given when flags.isEmpty() -> given;
                    case BsonRegularExpression given -> new BsonRegularExpression(given.getPattern(), flags);
                    case null, default -> throw Errors.badValue("$regex has to be a string");
                };
        try {
            pattern.matcher("");
            return pattern;
        } catch (PatternSyntaxException e) {
            throw new MongoServerError(51091, "Regular expression is invalid: " + e.getDescription());
        } catch (IllegalArgumentException _) {
            throw new MongoServerError(51108, " invalid flag in regex options: " + pattern.getOptions());
        }
    }
}
