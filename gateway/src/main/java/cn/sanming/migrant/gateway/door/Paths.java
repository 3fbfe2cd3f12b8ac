package cn.sanming.migrant.gateway.door;

import java.util.regex.Pattern;

/// What the shape of a path says about a request: the customs of the house, known in one place.
public final class Paths {

    public static final String API = "/api/v1/";

    /// The supervision board (督查看板): the one page of a department that people look at.
    public static final String BOARD = "/supervision/board";

    private static final Pattern EVALUATION =
            Pattern.compile("/api/v1/[^/]+/(rules/[^/]+/evaluations|lifecycles/[^/]+/checks)");

    private Paths() {}

    /// Bulk imports and the bank's return files (回盘文件) may be large and slow.
    public static boolean isImport(String path) {
        return path.startsWith(API) && (path.endsWith("/imports") || path.endsWith("/return-file"));
    }

    /// The policy calculator: stateless, open to everybody.
    static boolean isEvaluation(String path) {
        return EVALUATION.matcher(path).matches();
    }

    /// Where somebody says who they are.
    static boolean isLogin(String path) {
        return path.equals("/oauth2/token") || path.startsWith("/api/v1/identity/");
    }
}
