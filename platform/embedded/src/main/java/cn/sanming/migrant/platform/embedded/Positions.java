package cn.sanming.migrant.platform.embedded;

import java.util.Iterator;
import java.util.function.Function;

/// The positions that the entries of an index stand for.
record Positions(Iterator<StoreMap.Entry> entries, Function<StoreMap.Entry, Object> position)
        implements Iterator<Object> {

    @Override
    public boolean hasNext() {
        return entries.hasNext();
    }

    @Override
    public Object next() {
        return position.apply(entries.next());
    }
}
