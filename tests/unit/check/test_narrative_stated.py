"""What a text states of single cells without any doubt: evidence where a sum fails."""

from __future__ import annotations

from narratives import FORMS, PLACE, report

from gongkai.check.narrative_said import stated_in_text
from gongkai.model.facts import Fact, State
from gongkai.model.records import Organ, Site


def _stated(text: str, organ: str = "青山县水利局") -> dict[str, set[object]]:
    form = FORMS["cn-2021"]
    facts = {cell: Fact(State.FIGURE, PLACE, 0) for cell in form.cells}
    named = Organ("organ", organ, "", "government", "", PLACE, PLACE)
    site = Site(None, (named,), (form,), (), None, ())  # type: ignore[arg-type] # the portal is not asked for
    return {cell: set(numbers) for cell, numbers in stated_in_text(report(text, form, facts), site).items()}


def test_figures_of_one_cell_are_stated() -> None:
    text = "新收政府信息公开申请35件，上年结转2件，部分公开4件，结转下年度继续办理1件。"
    assert _stated(text) == {
        "requests/new_received/total": {35},
        "requests/carried_over/total": {2},
        "requests/results.partially_granted/total": {4},
        "requests/carried_forward/total": {1},
    }


def test_a_column_may_be_named() -> None:
    text = "制发行政规范性文件5件。新收政府信息公开申请中，自然人30件。"
    assert _stated(text)["art20_1/normative_documents/issued"] == {5}


def test_a_text_may_state_two_figures_for_a_cell() -> None:
    text = "新收政府信息公开申请35件。今年新收政府信息公开申请36件。"
    assert _stated(text) == {"requests/new_received/total": {35, 36}}


def test_that_there_was_none_is_stated_too() -> None:
    assert _stated("未发生政府信息公开行政复议。") == {"review_and_litigation/reconsideration/total": {0}}


def test_what_may_mean_more_than_one_cell_states_nothing() -> None:
    text = "收到政府信息公开申请35件，办结36件，予以公开12件，不予公开2件，行政许可事项223项。"
    assert _stated(text) == {}
    assert _stated("县政府新收政府信息公开申请35件，各部门新收20件。", "青山县人民政府") == {}
