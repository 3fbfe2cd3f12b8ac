package cn.sanming.migrant.platform.calls;

/// The issuer of our token gives no usable answer. It never leaves this package.
final class Silent extends RuntimeException {

    Silent(String why) {
        super(why);
    }
}
