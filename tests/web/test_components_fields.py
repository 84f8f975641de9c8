"""Fields: label, hint, error and control belong together, and dates and phones look as people write them here."""

import re
from datetime import date, time

import pytest
from django import forms
from django.template import Context, Template, TemplateSyntaxError

from loket.web.components.fields import Choice, Field, KeptFile, without_country
from loket.web.components.forms import errors_of
from loket.web.components.gallery_forms import FILLED, GUESTS, SampleForm


class Timed(forms.Form):
    tanggal = forms.DateField()
    jam = forms.TimeField()


def show(source: str, **context: object) -> str:
    return Template(source).render(Context(context))


def show_field(form: forms.Form, name: str, options: str = "") -> str:
    return show(f"{{% field form.{name} {options} %}}", form=form)


def test_a_label_a_hint_and_an_error_are_tied_to_the_control() -> None:
    html = show_field(SampleForm({}), "nomor")
    assert re.search(r'<label class="lbl" for="id_nomor">Nomor surat\s*</label>', html)
    assert re.search(r'<input[^>]*aria-describedby="id_nomor_p id_nomor_g"', html)
    assert 'id="id_nomor_p"' in html
    assert 'id="id_nomor_g"' in html
    assert 'aria-invalid="true"' in html


def test_a_field_without_error_is_not_marked_wrong() -> None:
    html = show_field(SampleForm(FILLED), "nomor")
    assert "aria-invalid" not in html
    assert "_g" not in html


def test_what_is_not_required_says_optional() -> None:
    assert "(opsional)" in show_field(SampleForm(), "lama")
    assert "(opsional)" not in show_field(SampleForm(), "nomor")


def test_dates_and_times_are_text_as_people_write_them() -> None:
    form = Timed(initial={"tanggal": date(2026, 11, 26), "jam": time(13, 0)})
    day, clock = show_field(form, "tanggal"), show_field(form, "jam")
    assert 'value="26/11/2026"' in day
    assert 'type="text"' in day
    assert 'inputmode="numeric"' in day
    assert 'value="13.00"' in clock


def test_a_date_that_could_not_be_read_comes_back_as_typed() -> None:
    assert 'value="31/31/2026"' in show_field(Timed({"tanggal": "31/31/2026"}), "tanggal")


@pytest.mark.parametrize(
    ("stored", "shown"),
    (("+6281234567890", "812-3456-7890"), ("0812 34", "0812 34"), ("+62", "+62"), ("", "")),
)
def test_a_phone_number_stands_behind_its_country(stored: str, shown: str) -> None:
    assert without_country(stored) == shown


def test_a_phone_field_has_one_id_and_its_prefix_is_read_aloud() -> None:
    html = show_field(SampleForm(FILLED), "telepon")
    assert html.count('id="id_telepon"') == 1
    assert 'aria-describedby="id_telepon_a"' in html
    assert 'value="812-3456-7890"' in html


def test_choices_are_cards_in_a_fieldset_with_their_second_line() -> None:
    html = show_field(SampleForm(FILLED), "ke")
    assert html.count("<fieldset") == html.count("<legend") == 1
    assert html.count("checked") == 1
    assert "<small>Kepala Bidang TIK</small>" in html


def test_a_weight_is_given_to_the_script() -> None:
    assert 'data-bobot="20"' in show_field(SampleForm(), "dampak")


def test_a_choice_is_still_the_word_it_stands_for() -> None:
    choice = Choice("Rini Astuti", hint="Kepala Seksi", weight="5")
    assert (choice, choice.hint, choice.weight) == ("Rini Astuti", "Kepala Seksi", "5")


def test_a_hidden_field_is_bare() -> None:
    html = show_field(SampleForm(FILLED), "seen").strip()
    assert html.startswith("<input")
    assert "class" not in html


def test_a_kept_file_need_not_be_chosen_again() -> None:
    kept = (KeptFile("f1", "surat <1>.pdf", 421_888),)
    html = show("{% field form.berkas kept=kept upload_url='/unggah' %}", form=SampleForm(), kept=kept)
    assert '<input type="hidden" name="berkas_id" value="f1">' in html
    assert "surat &lt;1&gt;.pdf" in html
    assert "412 KB, sudah terunggah" in html
    assert 'data-unggah-url="/unggah"' in html
    assert 'accept="application/pdf"' in html


def test_options_of_the_tag_are_as_strict_as_a_component() -> None:
    with pytest.raises(TemplateSyntaxError, match="colour"):
        show_field(SampleForm(), "nomor", "colour='red'")


def test_an_echo_and_a_suffix_are_shown_below_and_beside() -> None:
    html = show_field(SampleForm(FILLED), "lama", "suffix='hari kerja' echo='Selesai Jumat'")
    assert "<span>hari kerja</span>" in html
    assert 'id="id_lama_b">Selesai Jumat' in html


def test_all_fields_of_a_form_come_in_order() -> None:
    html = show("{% fields form %}", form=Timed())
    assert html.index("id_tanggal") < html.index("id_jam")


def test_the_error_summary_is_silent_without_errors() -> None:
    assert show("{% error_summary form %}", form=Timed({"tanggal": "26/11/2026", "jam": "13:00"})) == ""


def test_the_error_summary_links_to_the_control_that_can_take_the_focus() -> None:
    errors = errors_of(SampleForm({"nomor": "1"}))
    targets = {error.target for error in errors}
    assert "id_masalah" in targets
    assert "id_ke_0" in targets
    assert "id_nomor" not in targets


def test_an_error_of_a_hidden_field_is_about_the_whole_form() -> None:
    assert errors_of(SampleForm({}))[0].target == ""


def test_the_summary_speaks_in_the_words_beside_the_field() -> None:
    form = SampleForm({})
    summary, field = show("{% error_summary form %}", form=form), show_field(form, "nomor")
    sentence = str(form["nomor"].errors[0])
    assert sentence in summary
    assert sentence in field


def test_errors_of_repeated_rows_name_the_rows() -> None:
    assert errors_of(GUESTS({}))[0].target == "form-baris"


def test_repeated_rows_work_without_script() -> None:
    html = show('{% component "rows" formset=rows title="Peserta" %}', rows=GUESTS())
    assert 'name="form-TOTAL_FORMS"' in html
    assert 'name="form-0-nama"' in html
    assert '<button class="tbl kecil" type="submit" name="tambah" value="form" formnovalidate' in html
    assert "<template>" in html
    assert "form-__prefix__-nama" in html


def test_a_get_form_has_no_token() -> None:
    source, token = '{% component "form" method=method %}{% endcomponent %}', {"csrf_token": "abc"}
    assert "csrfmiddlewaretoken" not in show(source, method="get", **token)
    assert "csrfmiddlewaretoken" in show(source, method="post", **token)


def test_every_look_of_the_sample_form_has_its_template() -> None:
    looks = {Field(bound=bound).look for bound in SampleForm()}
    assert looks == {"hidden", "text", "phone", "cards", "file", "check"}
