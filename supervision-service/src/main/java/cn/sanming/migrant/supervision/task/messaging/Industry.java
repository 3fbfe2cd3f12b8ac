package cn.sanming.migrant.supervision.task.messaging;

/// The industry of a construction project and the authority that watches over it (行业主管部门); M15.8.
enum Industry {
    HOUSING("SM-ZJJ"),
    TRANSPORT("SM-JTJ"),
    WATER("SM-SLJ"),
    OTHER("SM-RSJ");

    private final String authority;

    Industry(String authority) {
        this.authority = authority;
    }

    String authority() {
        return authority;
    }
}
