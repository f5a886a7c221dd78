"""Addresses of all pages, in unaccented Vietnamese."""

from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.i18n import set_language

from desk import components, csp
from desk.api import api
from desk.views import (
    approval_routes,
    approvals,
    approvals_at_once,
    classified,
    envelopes,
    exceptions,
    exits,
    exports,
    jobs,
    law,
    meetings,
    notices,
    offices,
    opening,
    papers,
    petitions,
    procedures,
    reads,
    reorganisations,
    steps,
    work,
)


def _asking_who_one_is(urls):
    """The API answers 401 to nobody; its addresses do not send a program to the sign-in page."""
    for answered in urls[0]:
        login_not_required(answered.callback)
    return urls


urlpatterns = [
    path("", work.worklist, name="worklist"),
    path("duyet/", approvals.approvals, name="approvals"),
    path("duyet/hang-loat/", approvals_at_once.at_once, name="approvals-at-once"),
    path("duyet/quy-trinh/", approval_routes.routes, name="approval-routes"),
    path("ho-so/", work.cases, name="cases"),
    path("ho-so/mat/", classified.stubs, name="classified"),
    path("ho-so/xuat/", exports.cases, name="cases-export"),
    path("ho-so/moi/", opening.choose, name="case-choose"),
    path("ho-so/moi/<str:procedure>/<int:body>/", opening.propose, name="case-new"),
    path("ho-so/<slug:reference>/", work.case, name="case"),
    path("ho-so/<slug:reference>/so-do/", work.case_map, name="case-map"),
    path("ho-so/<slug:reference>/ai-da-doc/", reads.readers, name="case-reads"),
    path("ho-so/<slug:reference>/tep/<int:row>/", reads.attachment, name="case-file"),
    path("ho-so/<slug:reference>/ke-lai/", work.retelling, name="case-retold"),
    path("ho-so/<slug:reference>/nguoi-xem/", exceptions.readers, name="case-readers"),
    path(
        "ho-so/<slug:reference>/nguoi-xem/<int:grant>/cham-dut/",
        exceptions.end_grant,
        name="grant-end",
    ),
    path("ho-so/<slug:reference>/buoc/<slug:step>/", steps.take_step, name="step"),
    path(
        "ho-so/<slug:reference>/buoc/<slug:step>/xem-thu/<str:kind>/",
        steps.preview,
        name="step-preview",
    ),
    path("ho-so/<slug:reference>/duyet/<slug:step>/", approvals.approval, name="approval"),
    path("mo-khan-cap/", exceptions.emergency, name="emergency"),
    path("thong-bao/", notices.notices, name="notices"),
    path("ky-hop/", meetings.meetings, name="meetings"),
    path("ky-hop/<slug:reference>/", meetings.meeting, name="meeting"),
    path("chuc-vu/", offices.register, name="offices"),
    path("chuc-vu/nguoi/<int:pk>/", offices.person, name="office-person"),
    path("chuc-vu/co-quan/<int:body>/nhat-ky/", offices.history, name="office-history"),
    path("chuc-vu/co-quan/<int:body>/<slug:deed>/", offices.of_body, name="office-new"),
    path("chuc-vu/thoi/<slug:what>/<int:pk>/", offices.of_span, name="office-end"),
    path("chuc-vu/<int:pk>/<slug:deed>/", offices.of_post, name="office-post"),
    path("viec/<int:pk>/", jobs.job, name="job"),
    path("sap-xep/", reorganisations.index, name="reorganisations"),
    path("sap-xep/moi/<int:body>/", reorganisations.new, name="reorganisation-new"),
    path("sap-xep/<int:pk>/", reorganisations.plan, name="reorganisation"),
    path("sap-xep/<int:pk>/xem-truoc/", reorganisations.preview, name="reorganisation-preview"),
    path("sap-xep/<int:pk>/thuc-hien/", reorganisations.do, name="reorganisation-do"),
    path("sap-xep/<int:pk>/bo/", reorganisations.undo, name="reorganisation-undo"),
    path("sap-xep/<int:pk>/dang-vien/<int:member>/", reorganisations.move, name="member-move"),
    path("sap-xep/chuyen-giao/<int:body>/", reorganisations.give, name="unit-give"),
    path("sap-xep/tiep-nhan/<int:pk>/", reorganisations.take_in, name="unit-take-in"),
    path("sap-xep/ho-so-cu/<int:body>/", reorganisations.take_up, name="file-take-up"),
    path("van-ban/", papers.register, name="papers"),
    path("van-ban/<int:paper>/", papers.paper, name="paper"),
    path("van-ban/<int:paper>/ban-in/", papers.pdf, name="paper-pdf"),
    path("van-ban/<int:paper>/trang/<int:page>/", papers.picture, name="paper-picture"),
    path("don-thu/", petitions.petitions, name="petitions"),
    path("don-thu/xuat/", petitions.export, name="petitions-export"),
    path("phong-bi/", envelopes.envelopes, name="envelopes"),
    path("phong-bi/moi/", envelopes.receive, name="envelope-new"),
    path("phong-bi/<int:pk>/", envelopes.envelope, name="envelope"),
    path("phong-bi/<int:pk>/viec/<slug:deed>/", envelopes.take_deed, name="envelope-deed"),
    path("phong-bi/<int:pk>/xin-xem/<int:ask>/", envelopes.opening, name="envelope-opening"),
    path("ra-khoi-dang/", exits.exits, name="exits"),
    path("ra-khoi-dang/<int:pk>/ket-nap-lai/", exits.readmission, name="readmission"),
    path("quy-trinh/", procedures.procedures, name="procedures"),
    path("quy-trinh/<str:code>/", procedures.procedure, name="procedure"),
    path("quy-dinh/", law.rules, name="law"),
    path("quy-dinh/khoang-trong/", law.gaps, name="law-gaps"),
    path("quy-dinh/bo-sung/", law.adopted, name="law-adoptions"),
    path("quy-dinh/bo-sung/<int:pk>/", law.proposal, name="law-proposal"),
    path("quy-dinh/bo-sung/<int:pk>/ban-chup/", law.scan, name="law-scan"),
    path("quy-dinh/<str:rule>/", law.rule, name="law-rule"),
    path("quy-dinh/<str:rule>/bo-sung/", law.propose, name="law-propose"),
    path("api/", _asking_who_one_is(api.urls)),
    path("tai-khoan/", include("desk.account.urls")),
    path("ngon-ngu/", login_not_required(set_language), name="language"),
    path("csp/", csp.report, name="csp-report"),
    path("thanh-phan/", components.page, name="components"),
]
