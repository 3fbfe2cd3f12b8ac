/// The door under test: a real gateway, and WireMock where the departments and WeChat stand.
@NullMarked
package cn.sanming.migrant.gateway;

import org.jspecify.annotations.NullMarked;
