package cn.sanming.migrant.legalaid.arrears.client;

/// The wage department, or the issuer of the token for it, gives no usable answer. It never leaves this package.
final class WageSilent extends RuntimeException {

    WageSilent(String why) {
        super(why);
    }
}
