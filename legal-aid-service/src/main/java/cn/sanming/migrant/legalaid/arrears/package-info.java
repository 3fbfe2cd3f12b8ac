/// What this department knows of wage arrears (欠薪): its own small copy, fed by events, and the question to the wage
/// department.
@NullMarked
package cn.sanming.migrant.legalaid.arrears;

import org.jspecify.annotations.NullMarked;
