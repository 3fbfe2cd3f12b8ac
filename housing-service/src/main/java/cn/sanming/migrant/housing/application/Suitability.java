package cn.sanming.migrant.housing.application;

import cn.sanming.migrant.housing.unit.Programme;
import cn.sanming.migrant.housing.unit.Unit;
import cn.sanming.migrant.housing.unit.UnitKind;
import cn.sanming.migrant.platform.kernel.Reason;
import java.util.ArrayList;
import java.util.List;

/// Whether a unit is for this household (房源适配): programme, county, target, wish, and one bed for one person.
final class Suitability {

    private Suitability() {}

    static boolean suits(Unit unit, HousingApplication application) {
        return objections(unit, application).isEmpty();
    }

    static List<Reason> objections(Unit unit, HousingApplication application) {
        var life = application.circumstances;
        var against = new ArrayList<Reason>();
        require(
                against,
                unit.programme() == application.programme,
                Reason.of("OTHER_PROGRAMME").required(unit.programme(), application.programme));
        require(
                against,
                unit.district().equals(application.file.district()),
                Reason.of("OTHER_COUNTY").required(unit.district(), application.file.district()));
        require(against, !unit.forMigrantWorkers() || life.migrantWorker(), Reason.of("FOR_MIGRANT_WORKERS"));
        require(
                against,
                isOfTarget(unit, application),
                Reason.of("DIRECTED_ELSEWHERE").required(unit.directedTo(), application.programme));
        require(
                against,
                application.kinds.isEmpty() || application.kinds.contains(unit.kind()),
                Reason.of("KIND_NOT_WANTED").required(application.kinds, unit.kind()));
        require(
                against,
                unit.kind() != UnitKind.DORMITORY || life.persons() == 1,
                Reason.of("ONE_BED_ONE_PERSON").required(1, life.persons()));
        require(against, !application.refusedUnits.contains(unit.id()), Reason.of("REFUSED_BEFORE"));
        return against;
    }

    private static boolean isOfTarget(Unit unit, HousingApplication application) {
        var target = unit.directedTo();
        if (target == null) {
            return true;
        }
        var life = application.circumstances;
        return switch (target) {
            case TALENT ->
                application.programme == Programme.PRICE_LIMITED
                        || life.hasTalentCertificateOn(application.applicationDate);
            case MIGRANT -> life.migrantWorker();
            case PUBLIC_SERVICE -> life.trade() != null;
        };
    }

    private static void require(List<Reason> against, boolean holds, Reason reason) {
        if (!holds) {
            against.add(reason);
        }
    }
}
