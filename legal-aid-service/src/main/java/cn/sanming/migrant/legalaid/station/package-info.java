/// Stations and contact points of legal aid in every town (基层法律援助工作站、联络点), where applications are taken.
@NullMarked
package cn.sanming.migrant.legalaid.station;

import org.jspecify.annotations.NullMarked;
