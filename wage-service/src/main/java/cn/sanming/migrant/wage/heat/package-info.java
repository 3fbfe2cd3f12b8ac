/// Work in the heat (高温天气劳动保护): alerts by forecast, records of outdoor work, violations; 防暑降温措施管理办法.
@NullMarked
package cn.sanming.migrant.wage.heat;

import org.jspecify.annotations.NullMarked;
