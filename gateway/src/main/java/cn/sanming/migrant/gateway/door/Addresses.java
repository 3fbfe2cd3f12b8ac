package cn.sanming.migrant.gateway.door;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/// What counts as one caller among those who show no token.
final class Addresses {

    private Addresses() {}

    /// An IPv4 address as it is; of an IPv6 address the network (/64), because one household owns all addresses in
    /// it. What a trusted proxy says that is no address counts as it stands.
    static String network(String address) {
        int zone = address.indexOf('%');
        try {
            var literal = InetAddress.ofLiteral(zone < 0 ? address : address.substring(0, zone));
            return literal instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), 8))
                    : literal.getHostAddress();
        } catch (IllegalArgumentException _) {
            return address;
        }
    }
}
