package cn.sanming.migrant.training.competition;

import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.training.appraisal.SkillRegister;
import cn.sanming.migrant.training.offer.Offer;
import cn.sanming.migrant.training.offer.Offers;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/// Invites everybody who holds a certificate of the occupation to a published competition (参赛邀请); measure 7.
@Component
class Invitations {

    private final SkillRegister skills;
    private final Offers offers;

    record Announced(String occupationCode) {}

    Invitations(SkillRegister skills, Offers offers) {
        this.skills = skills;
        this.offers = offers;
    }

    @OnEvent(value = "training.competition.published", id = "invite-to-competition")
    void invite(Announced payload, Received event) {
        var day = LocalDate.ofInstant(event.time(), Dates.ZONE);
        for (var person : skills.holdersOf(payload.occupationCode())) {
            offers.make(
                    Offer.Kind.COMPETITION, person, event.subject(), payload.occupationCode(), null, day, event.id());
        }
    }
}
