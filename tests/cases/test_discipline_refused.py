"""x"""
import pytest
from tests.cases.discipline import *
def test_chain(db):
    m=level_by_level(World(), until="hand_over")
    assert m.stage=="da_cong_bo"
def test_cell(db):
    w=World(); w.cell_of(9)
    m=in_the_cell(w)
    assert m.stage=="da_nghe"
    meeting=w.meets("chi_bo_truong","hieu",OPENED,m.case)
    m.answer(LIGHT,on=OPENED); 
    m.vote("vote_to_decide",meeting,khien_trach=8,khong=1)
    m.take("compare_limitation",by="hieu",on=OPENED)
    m.sign("decide",draft="m1",by="hieu",on=OPENED)
    m.take("hand_over",by="hieu",on=OPENED)
