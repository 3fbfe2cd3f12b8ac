package cn.sanming.migrant.wage.site;

import cn.sanming.migrant.platform.reference.CreditCode;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// Credit codes of firms that exist only in tests, each with a true check character.
final class Firms {

    private static final AtomicInteger LAST = new AtomicInteger(1000);

    private Firms() {}

    static String next() {
        var stem = "91350404MA0FT" + LAST.incrementAndGet();
        return Stream.of("0123456789ABCDEFGHJKLMNPQRTUWXY".split(""))
                .map(stem::concat)
                .filter(code -> CreditCode.fault(code).isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
