/// Culture for the people (文化惠民活动, measures 11-13): activities with their bookings, festivals, weekly shows.
@NullMarked
package cn.sanming.migrant.community.activity;

import org.jspecify.annotations.NullMarked;
