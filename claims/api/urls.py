"""The addresses of figures and claims, below /api/v1/."""

from django.urls import path

from .views import (
    ClaimDetail,
    ClaimEvidence,
    ClaimExplanation,
    ClaimHistory,
    Claims,
    EvidenceIntake,
    FigureDetail,
    Figures,
)

urlpatterns = [
    path("figures/", Figures.as_view(), name="figures"),
    path("figures/<str:name>/", FigureDetail.as_view(), name="figure"),
    path("evidence/", EvidenceIntake.as_view(), name="evidence"),
    path("claims/", Claims.as_view(), name="claims"),
    path("claims/<str:name>/", ClaimDetail.as_view(), name="claim"),
    path("claims/<str:name>/explanation/", ClaimExplanation.as_view(), name="claim-explanation"),
    path("claims/<str:name>/evidence/", ClaimEvidence.as_view(), name="claim-evidence"),
    path("claims/<str:name>/history/", ClaimHistory.as_view(), name="claim-history"),
]
