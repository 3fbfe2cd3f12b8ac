/// Who is who (统一身份): the city's built-in issuer of short-lived tokens for agencies, employers' systems,
/// services, staff and workers, until the city's own identity provider takes its place.
@NullMarked
package cn.sanming.migrant.gateway.identity;

import org.jspecify.annotations.NullMarked;
