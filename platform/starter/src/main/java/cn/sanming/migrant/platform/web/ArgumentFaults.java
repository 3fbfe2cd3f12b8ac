package cn.sanming.migrant.platform.web;

import cn.sanming.migrant.platform.kernel.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/// Every query parameter and path variable that is missing or cannot be read; the framework itself stops at the first.
final class ArgumentFaults {

    private final ConversionService conversions;
    private final DefaultParameterNameDiscoverer names = new DefaultParameterNameDiscoverer();

    ArgumentFaults(@Qualifier("mvcConversionService") ConversionService conversions) {
        this.conversions = conversions;
    }

    List<Reason> of(WebRequest request) {
        var handler =
                request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        var faults = new ArrayList<Reason>();
        if (handler instanceof HandlerMethod method) {
            for (var parameter : method.getMethodParameters()) {
                parameter.initParameterNameDiscovery(names);
                var fault = fault(parameter, request);
                if (fault != null) {
                    faults.add(fault);
                }
            }
        }
        return faults;
    }

    private @Nullable Reason fault(MethodParameter parameter, WebRequest request) {
        var asked = parameter.getParameterAnnotation(RequestParam.class);
        var inPath = parameter.getParameterAnnotation(PathVariable.class);
        if (asked != null && !Map.class.isAssignableFrom(parameter.getParameterType())) {
            var name = name(asked.name(), parameter);
            var given = request.getParameter(name);
            if (given == null || given.isEmpty()) {
                var needed = asked.required()
                        && !parameter.isOptional()
                        && asked.defaultValue().equals(ValueConstants.DEFAULT_NONE);
                return needed ? Reason.at("/" + name, "REQUIRED") : null;
            }
            return unreadable(name, given, parameter);
        }
        if (inPath != null) {
            var name = name(inPath.name(), parameter);
            var variables = request.getAttribute(
                    HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
            return variables instanceof Map<?, ?> all && all.get(name) instanceof String given
                    ? unreadable(name, given, parameter)
                    : null;
        }
        return null;
    }

    private static String name(String named, MethodParameter parameter) {
        return named.isEmpty() ? String.valueOf(parameter.getParameterName()) : named;
    }

    private @Nullable Reason unreadable(String name, String given, MethodParameter parameter) {
        try {
            conversions.convert(given, TypeDescriptor.valueOf(String.class), new TypeDescriptor(parameter));
            return null;
        } catch (ConversionException _) {
            return Bodies.invalid("/" + name, parameter.getParameterType());
        }
    }
}
