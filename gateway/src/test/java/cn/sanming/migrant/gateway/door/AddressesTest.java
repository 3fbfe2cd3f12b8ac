package cn.sanming.migrant.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressesTest {

    @Test
    void takesEveryIpv4AddressForOneCaller() {
        assertThat(Addresses.network("203.0.113.7")).isEqualTo("203.0.113.7");
        assertThat(Addresses.network("203.0.113.7")).isNotEqualTo(Addresses.network("203.0.113.8"));
    }

    @Test
    void takesAnIpv6NetworkForOneCaller() {
        assertThat(Addresses.network("2001:db8:1:2::1")).isEqualTo(Addresses.network("2001:db8:1:2:ffff::9"));
        assertThat(Addresses.network("2001:db8:1:2::1")).isNotEqualTo(Addresses.network("2001:db8:1:3::1"));
    }

    @Test
    void ignoresTheZoneOfALinkLocalAddress() {
        assertThat(Addresses.network("fe80::1%eth0")).isEqualTo(Addresses.network("fe80::1"));
    }

    @Test
    void takesWhatIsNoAddressAsItStands() {
        assertThat(Addresses.network("unknown")).isEqualTo("unknown");
    }
}
