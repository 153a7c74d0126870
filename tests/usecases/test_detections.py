"""What is reckoned from what, as the published detectors' scores want it."""

from benchmarks.detections import detections

from allokera import audit_file
from allokera.render.views.report import ReportView
from conftest import ROOT


def test_each_line_of_a_relation_is_an_aggregation() -> None:
    report = audit_file(ROOT / "docs" / "findings" / "wrong-cell.csv")
    found = list(detections(dict(ReportView(report).document())))
    across = [
        each for each in found if each["aggregator"][1] == 3 and len(each["aggregatees"]) == 2
    ]
    assert {each["operator"] for each in found} == {"Sum"}
    assert [each["aggregator"][0] for each in across] == [*range(1, 12)]
    assert across[0]["aggregatees"] == [[1, 1], [1, 2]]
    down = [each for each in found if len(each["aggregatees"]) == 10]
    assert [each["aggregator"] for each in down] == [[11, 1], [11, 2], [11, 3]]
    assert down[0]["aggregatees"] == [[row, 1] for row in range(1, 11)]
