package cn.sanming.migrant.platform.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DivisionsTest {

    private static final Divisions SANMING = Divisions.sanming();

    @Test
    void listsTheElevenDivisions() {
        assertThat(SANMING.all())
                .hasSize(11)
                .extracting(Division::code)
                .isSorted()
                .doesNotContain(Divisions.CITY);
        assertThat(SANMING.find("350481")).contains(new Division("350481", "永安市", "Yongan", "县级市", "C"));
    }

    @ParameterizedTest
    @CsvSource({"350402,350404", "350403,350404", "350427,350405", "350421,350421", "110105,110105"})
    void leadsFromAnAbolishedCodeToItsSuccessor(String code, String current) {
        assertThat(SANMING.current(code)).isEqualTo(current);
    }

    @Test
    void findsOnlyCodesInForce() {
        assertThat(SANMING.find("350427")).isEmpty();
        assertThat(SANMING.find(SANMING.current("350427"))).map(Division::name).contains("沙县区");
    }

    @ParameterizedTest
    @CsvSource({"350404,true", "350405,true", "350403,true", "350427,true", "350481,false", "350400,false"})
    void knowsTheCityArea(String code, boolean cityArea) {
        assertThat(SANMING.isCityArea(code)).isEqualTo(cityArea);
    }
}
