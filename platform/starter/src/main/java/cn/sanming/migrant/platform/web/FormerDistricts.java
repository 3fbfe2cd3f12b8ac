package cn.sanming.migrant.platform.web;

import cn.sanming.migrant.platform.reference.Divisions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/// A code of a county that was abolished (撤销的区划代码) means its successor, at every door: in the fields of a body (see
/// [Bodies]) and in a query.
final class FormerDistricts extends OncePerRequestFilter {

    private static final String NAME = "district";

    /// Whether a field holds the code of a county by its name on the wire.
    static boolean isDistrict(String field) {
        return field.equals(NAME) || field.endsWith("_district") || field.equals("district_code");
    }

    static String current(String code) {
        return Divisions.sanming().current(code);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getQueryString() == null || !request.getQueryString().contains(NAME + "=3504");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Mapped(request), response);
    }

    private static final class Mapped extends HttpServletRequestWrapper {

        Mapped(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return mapped(name, super.getParameterValues(name));
        }

        @Override
        public @Nullable String getParameter(String name) {
            var values = getParameterValues(name);
            return values == null || values.length == 0 ? null : values[0];
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            var map = new LinkedHashMap<String, String[]>();
            super.getParameterMap()
                    .forEach((name, values) -> map.put(name, Objects.requireNonNull(mapped(name, values))));
            return map;
        }

        private static String @Nullable [] mapped(String name, String @Nullable [] values) {
            return values == null || !name.equals(NAME)
                    ? values
                    : Arrays.stream(values).map(FormerDistricts::current).toArray(String[]::new);
        }
    }
}
