package cn.sanming.migrant.platform.store;

import org.jspecify.annotations.Nullable;
import org.springframework.data.mapping.Parameter;
import org.springframework.data.mapping.PersistentEntity;
import org.springframework.data.mapping.PersistentProperty;
import org.springframework.data.mapping.model.EntityInstantiator;
import org.springframework.data.mapping.model.EntityInstantiators;
import org.springframework.data.mapping.model.ParameterValueProvider;

/// Reads documents of an older version: a number or a yes/no that they do not have yet is 0 or no, and not an error
/// that makes the whole document unreadable.
final class OlderDocuments implements EntityInstantiator {

    private final EntityInstantiators usual = new EntityInstantiators();

    @Override
    public <T, E extends PersistentEntity<? extends T, P>, P extends PersistentProperty<P>> T createInstance(
            E entity, ParameterValueProvider<P> values) {
        return usual.getInstantiatorFor(entity).createInstance(entity, new Defaulting<>(values));
    }

    private record Defaulting<P extends PersistentProperty<P>>(ParameterValueProvider<P> given)
            implements ParameterValueProvider<P> {

        @Override
        @SuppressWarnings("unchecked") // the default of a primitive is of its type
        public <V> @Nullable V getParameterValue(Parameter<V, P> parameter) {
            V value = given.getParameterValue(parameter);
            return value == null && parameter.getRawType().isPrimitive()
                    ? (V) ParameterValueProvider.getDefaultValue(parameter.getRawType())
                    : value;
        }
    }
}
