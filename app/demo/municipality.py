"""Lia, a municipality that is not there: its office, its officer, the order of its groups."""

from app.applications.model import TargetGroup
from app.core.ids import Ref
from app.demo.place import PASSPHRASE
from app.demo.stock import MUNICIPALITY, PLACE, POSTAL_CODE
from app.register import FirstRun
from app.settings.model import OfficeProfile, OfficerDraft

# Neither numbers nor addresses can belong to anybody: 0001 is no bank, 9999 no place to send to
PROFILE = OfficeProfile(
    municipality="Lia kommune",
    name="Boligkontoret",
    municipality_number=MUNICIPALITY,
    org_number="100000008",
    address="Torvvegen 1",
    postal_code=POSTAL_CODE,
    postal_place=PLACE,
    phone="00 00 00 00",
    email="bolig@lia.example",
    web="lia.example",
    rent_account="00010000009",
    appeal_body="Lia kommunale klagenemnd",
    incident_contact="IT-vakten i Lia, 00 00 00 01",
    demo=True,
)
FIRST_RUN = FirstRun(PROFILE, OfficerDraft("Siri Testmo", "boligkonsulent", PASSPHRASE))
OFFICE = Ref("office", 1)
DECIDES_EXCEPTIONS = "leder for boligkontoret"

GROUP_ORDER = (
    TargetGroup.FAMILY_WITH_CHILDREN,
    TargetGroup.MENTAL_HEALTH,
    TargetGroup.SUBSTANCE_USE,
    TargetGroup.DISADVANTAGED_OTHER,
)
WAITING = {
    TargetGroup.MENTAL_HEALTH: 11,
    TargetGroup.SUBSTANCE_USE: 11,
    TargetGroup.FAMILY_WITH_CHILDREN: 7,
    TargetGroup.DISADVANTAGED_OTHER: 9,
}
