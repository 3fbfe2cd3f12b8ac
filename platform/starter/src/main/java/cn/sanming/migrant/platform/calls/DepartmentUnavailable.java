package cn.sanming.migrant.platform.calls;

/// The issuer of our token gives no usable answer. It never leaves this package.
final class DepartmentUnavailable extends RuntimeException {

    DepartmentUnavailable(String why) {
        super(why);
    }
}
