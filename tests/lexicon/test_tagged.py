"""Text with its senses: where its sentences end."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("بلغ 5.5 مليون. وزاد.", 2),
        ("قال د. أحمد إن. ثم", 2),
        ('قال: "نعم." ثم ذهب.', 2),
        ("H.E. Dr. Ali spoke. He left.", 2),
        ("هل تم؟ نعم!", 2),
        # the space behind the full stop is lost
        ("بلغت القيمة 5 ملايين درهم.وقال الوزير كلمة.", 2),
        ("بلغت النسبة 12%.وأضاف الوزير.", 2),
        ("في عام 2017.وتم خلال الاجتماع", 2),
        ("في دبي (وام).وأكد الوزير", 2),
        ("قال «نعم».وأضاف", 2),
        ("قال «نعم.»وأضاف", 2),
        ("هل تم؟نعم", 2),
        ("a decrease of 6 percent.In March 2024, imports fell.", 2),
        ("It grew by 6%.The ministry said so.", 2),
        ("It opened in 2019.The ministry said so.", 2),
        ("It rose (in June).Exports fell.", 2),
        ("He spoke in America.Senators agreed.", 2),
        ("It is in the UAE.The ministry said so.", 2),
        ("It is in Qatar.The ministry said so.", 2),
        ("He said “yes.”The minister left.", 2),
        ("مقارنة بعام 2013م. ولفت التقرير", 2),
        ("في عام 1436 هـ. وحث الشيخ", 2),
        ("He works at the U. S. Mint. Nobody knows.", 2),
        ("It is rich in vitamin D. Fish has it.", 2),
        ("They paid him (he said so.) Nothing came.", 2),
        ("It fell to grade C. The bank sold it.", 2),
        # traps: the full stop ends nothing
        ("Sens. Ada Stone (D-Mont.) and Lee Marsh (R-Ore.) spoke today", 1),
        ("Rep. Stone and Gov. Marsh met Capt. Field in Mt. Vernon", 1),
        ("the U. S. Mint and John F. Stone with J. T. Marsh", 1),
        ("قال د.أحمد إن م.خالد حضر", 1),
        ("حضر أ.د.أحمد العلي", 1),
        ("حضر د. أحمد و م. خالد", 1),
        ("وقع ع.الحربي العقد", 1),
        ("بقيمة 192م.د للطريق", 1),
        ("بقيمة 500 د.إ للطن", 1),
        ("بلغ 3.5 مليون", 1),
        ("على wam.ae وموقع moi.gov.qa اليوم", 1),
        ("في www.Kfsc.edu.sa اليوم", 1),
        ("الملف تقرير.pdf هنا", 1),
        ("see wam.ae and WAM.AE today", 1),
        ("see annual.Report.pdf or Report.Final.pdf today", 1),
        ("for the U.S.Army and H.E.Dr.Ali today", 1),
        ("made by J.Smith and Mohd.Ali today", 1),
        ("signed by Dr.Salem and Eng.Ali today", 1),
        ("the St.John and Inc.The firm", 1),
        ("it uses ASP.NET and Node.js today", 1),
        ("about 3.5 million, e.g. two", 1),
        ("cost 3.In total", 2),
    ],
)
def test_sentences(text, sentences):
    from arnlp.lexicon.tagged import TaggedText

    assert len(TaggedText(text).sentences) == sentences
