package cn.sanming.migrant.gateway;

import cn.sanming.migrant.platform.test.HouseRules;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

@AnalyzeClasses(packages = "cn.sanming.migrant.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests keepsTheRulesOfTheHouse = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule featuresKnowEachOtherOneWayOnly = SlicesRuleDefinition.slices()
            .matching("cn.sanming.migrant.gateway.(*)..")
            .should()
            .beFreeOfCycles();
}
