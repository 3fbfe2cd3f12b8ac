package cn.sanming.migrant.platform.reference;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.reference.Retirement.Category;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetirementTest {

    @ParameterizedTest
    @CsvSource({
        "MALE,1964-12-31,2024-12-31",
        "MALE,1965-01-01,2025-02-01",
        "MALE,1965-04-30,2025-05-30",
        "MALE,1965-05-01,2025-07-01",
        "MALE,1976-08-31,2039-07-31",
        "MALE,1976-09-01,2039-09-01",
        "MALE,1990-03-07,2053-03-07",
        "FEMALE_55,1969-12-31,2024-12-31",
        "FEMALE_55,1970-01-01,2025-02-01",
        "FEMALE_55,1981-09-01,2039-09-01",
        "FEMALE_55,1990-03-07,2048-03-07",
        "FEMALE_50,1974-12-31,2024-12-31",
        "FEMALE_50,1975-01-01,2025-02-01",
        "FEMALE_50,1975-02-28,2025-03-28",
        "FEMALE_50,1975-03-01,2025-05-01",
        "FEMALE_50,1984-10-31,2039-09-30",
        "FEMALE_50,1984-11-01,2039-11-01",
        "FEMALE_50,1990-03-07,2045-03-07",
    })
    void delaysByOneMonthForEachStartedStep(Category category, LocalDate birth, LocalDate retirement) {
        assertThat(Retirement.date(birth, category)).isEqualTo(retirement);
    }

    @ParameterizedTest
    @CsvSource({"1981-01-14,false", "1981-01-15,true", "2025-02-14,true", "2025-02-15,false"})
    void isOfWorkingAgeFromSixteenUntilRetirement(LocalDate on, boolean workingAge) {
        assertThat(Retirement.workingAge(LocalDate.of(1965, 1, 15), Category.MALE, on))
                .isEqualTo(workingAge);
    }
}
