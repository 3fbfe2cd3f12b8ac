package cn.sanming.migrant.platform.cases;

import cn.sanming.migrant.platform.web.KeyedPaths;

/// Cases keep the keys of their openings and commands themselves.
final class CaseKeyedPaths implements KeyedPaths {

    private final Cases cases;

    CaseKeyedPaths(Cases cases) {
        this.cases = cases;
    }

    @Override
    public boolean keepTheirKeys(String path) {
        return cases.all().stream().anyMatch(definition -> isOf(definition, path));
    }

    private static boolean isOf(CaseDefinition<?> definition, String path) {
        if (path.equals(definition.path())) {
            return definition.open != null;
        }
        if (!path.startsWith(definition.path() + '/')) {
            return false;
        }
        var rest = path.substring(definition.path().length() + 1).split("/", -1);
        return rest.length == 2 && definition.commands.containsKey(rest[1]);
    }
}
