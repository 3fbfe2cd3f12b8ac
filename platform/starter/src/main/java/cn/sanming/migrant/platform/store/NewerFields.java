package cn.sanming.migrant.platform.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import org.springframework.data.mongodb.core.mapping.event.AbstractMongoEventListener;
import org.springframework.data.mongodb.core.mapping.event.AfterConvertEvent;
import org.springframework.data.mongodb.core.mapping.event.BeforeSaveEvent;

/// During a rolling upgrade an old instance reads what a new one has written, and saves it: the fields it does not
/// know go back into the document as they were. Where two instances save, the version of the document decides, as
/// always.
final class NewerFields extends AbstractMongoEventListener<Object> {

    private static final Logger LOG = LoggerFactory.getLogger(NewerFields.class);

    /// As many documents with unknown fields may be between reading and saving at a time.
    private static final int HELD = 50_000;

    private final Map<Key, UnknownFields> held = Collections.synchronizedMap(new Held());
    private final DocumentShapes shapes;

    NewerFields(MongoConverter converter) {
        this.shapes = new DocumentShapes(converter);
    }

    private record Key(Class<?> type, Object id) {}

    private static final class Held extends LinkedHashMap<Key, UnknownFields> {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, UnknownFields> eldest) {
            if (size() > HELD) {
                LOG.warn("more than {} documents with fields of a newer version are in hand", HELD);
                return true;
            }
            return false;
        }
    }

    @Override
    public void onAfterConvert(AfterConvertEvent<Object> event) {
        var document = event.getDocument();
        var type = event.getSource().getClass();
        if (document == null || document.get("_id") == null || !shapes.isWhole(type)) {
            return;
        }
        var key = new Key(type, document.get("_id"));
        var unknown = shapes.unknownIn(document, type);
        if (unknown.isEmpty()) {
            held.remove(key);
        } else {
            held.put(key, unknown);
        }
    }

    @Override
    public void onBeforeSave(BeforeSaveEvent<Object> event) {
        var document = event.getDocument();
        if (held.isEmpty() || document == null || document.get("_id") == null) {
            return;
        }
        Optional.ofNullable(held.get(new Key(event.getSource().getClass(), document.get("_id"))))
                .ifPresent(unknown -> unknown.backInto(document));
    }

    /// What a document holds that its class does not know.
    ///
    /// @param fields   unknown fields themselves
    /// @param nested   by known field, what is unknown inside
    /// @param elements by known field that is a list, the elements that hold something unknown
    record UnknownFields(
            Map<String, Object> fields, Map<String, UnknownFields> nested, Map<String, List<Element>> elements) {

        /// An element is found again by what is known of it: others may have come or gone.
        record Element(Document known, UnknownFields unknown) {}

        static UnknownFields none() {
            return new UnknownFields(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        }

        boolean isEmpty() {
            return fields.isEmpty() && nested.isEmpty() && elements.isEmpty();
        }

        void backInto(Document document) {
            fields.forEach(document::putIfAbsent);
            nested.forEach((field, unknown) -> {
                if (document.get(field) instanceof Document inner) {
                    unknown.backInto(inner);
                }
            });
            elements.forEach((field, all) -> {
                if (document.get(field) instanceof List<?> list) {
                    all.forEach(element -> backInto(list, element));
                }
            });
        }

        private static void backInto(List<?> list, Element element) {
            for (var one : list) {
                if (one instanceof Document document && isSame(document, element.known())) {
                    element.unknown().backInto(document);
                    return;
                }
            }
        }

        /// By id, or by all that is known of it; a number may be written in another width.
        private static boolean isSame(@Nullable Object written, @Nullable Object known) {
            if (written instanceof Document now && known instanceof Document before) {
                var id = before.get("_id");
                return id != null
                        ? id.equals(now.get("_id"))
                        : before.entrySet().stream()
                                .allMatch(field -> isSame(now.get(field.getKey()), field.getValue()));
            }
            if (written instanceof Number now && known instanceof Number before) {
                return now.longValue() == before.longValue() && now.doubleValue() == before.doubleValue();
            }
            return Objects.equals(written, known);
        }

        /// The document as a class sees it that does not know these fields.
        Document takenFrom(Document document) {
            var rest = new Document(document);
            fields.keySet().forEach(rest::remove);
            nested.forEach((field, inside) -> rest.put(field, inside.takenFrom(document.get(field, Document.class))));
            elements.keySet().forEach(rest::remove);
            return rest;
        }
    }

    /// Which fields a class knows, as the converter maps them.
    static final class DocumentShapes {

        private final MongoConverter converter;

        DocumentShapes(MongoConverter converter) {
            this.converter = converter;
        }

        /// Whether objects of this class are documents; a projection of one is not.
        boolean isWhole(Class<?> type) {
            return type.isAnnotationPresent(org.springframework.data.mongodb.core.mapping.Document.class);
        }

        UnknownFields unknownIn(Document document, Class<?> type) {
            var unknown = UnknownFields.none();
            var entity = converter.getMappingContext().getPersistentEntity(type);
            if (entity == null || converter.getCustomConversions().isSimpleType(type)) {
                return unknown;
            }
            var known = new LinkedHashMap<String, Class<?>>();
            for (var property : entity) {
                known.put(
                        property.getFieldName(),
                        property.isMap()
                                ? Map.class
                                : Objects.requireNonNullElse(property.getActualType(), Object.class));
            }
            document.forEach((field, value) -> {
                var property = known.get(field);
                if (property != null) {
                    into(unknown, field, value, property);
                } else if (!field.equals("_id") && !converter.getTypeMapper().isTypeKey(field)) {
                    unknown.fields().put(field, value);
                }
            });
            return unknown;
        }

        private void into(UnknownFields unknown, String field, @Nullable Object value, Class<?> type) {
            if (value instanceof Document inner && type != Map.class) {
                var inside = unknownIn(inner, actual(inner, type));
                if (!inside.isEmpty()) {
                    unknown.nested().put(field, inside);
                }
            } else if (value instanceof List<?> list) {
                var all = new ArrayList<UnknownFields.Element>();
                for (var one : list) {
                    if (one instanceof Document inner) {
                        var inside = unknownIn(inner, actual(inner, type));
                        if (!inside.isEmpty()) {
                            all.add(new UnknownFields.Element(inside.takenFrom(inner), inside));
                        }
                    }
                }
                if (!all.isEmpty()) {
                    unknown.elements().put(field, all);
                }
            }
        }

        private Class<?> actual(Document document, Class<?> declared) {
            var written = converter.getTypeMapper().readType(document);
            return written == null ? declared : written.getType();
        }
    }
}
