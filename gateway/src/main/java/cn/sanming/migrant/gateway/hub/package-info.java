/// Where to find everything: one Swagger UI for all services, and a page that says what is where.
@NullMarked
package cn.sanming.migrant.gateway.hub;

import org.jspecify.annotations.NullMarked;
