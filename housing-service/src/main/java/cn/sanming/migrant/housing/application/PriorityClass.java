package cn.sanming.migrant.housing.application;

/// The three classes of the waiting list (优先序): public-service workers in difficulty first, then households with a
/// disabled member or an honoured worker (优秀农民工), then everybody else.
final class PriorityClass {

    static final int PUBLIC_SERVICE_IN_DIFFICULTY = 1;
    static final int DISABLED_OR_HONOURED = 2;
    static final int OTHERS = 3;

    private PriorityClass() {}

    static int of(Circumstances life, boolean honoured) {
        if (life.trade() != null && life.inDifficulty()) {
            return PUBLIC_SERVICE_IN_DIFFICULTY;
        }
        return life.disabledMember() || honoured ? DISABLED_OR_HONOURED : OTHERS;
    }
}
