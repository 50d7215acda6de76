from __future__ import annotations

import datetime as dt
import json
import math
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weighbridge import values
from weighbridge.decoding import csv_records, json_document, json_lines
from weighbridge.errors import ParseError
from weighbridge.record import Reading, Record, records
from weighbridge.schema import MOST
from weighbridge.sources import Issues

KINDS: list[Callable[[object], object]] = [
    values.text, values.count, values.number, values.day, values.instant, values.unix_instant, values.flag,
    values.texts, values.repo_id,
]  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


def reading() -> Reading:
    return Reading("source/2026-08-22/file.json", Issues())


def record(**fields: object) -> Record:
    return Record(fields, "rows[3]", reading())


def noted(of: Record) -> dict[str, int]:
    issues = of.reading.issues
    assert isinstance(issues, Issues)
    return dict(issues.counts)


class TestRecord:
    def test_error_names_file_row_and_field(self) -> None:
        with pytest.raises(ParseError) as caught:
            record(tokens=-1).take("tokens", values.count)
        assert caught.value.where == "source/2026-08-22/file.json"
        assert "`rows[3].tokens`" in caught.value.what
        assert "-1" in caught.value.what

    def test_missing_field_is_named(self) -> None:
        with pytest.raises(ParseError, match=r"`rows\[3\].tokens` is missing"):
            record(other=1).take("tokens", values.count)

    def test_null_is_not_absence(self) -> None:
        assert record(tokens=None).take_or_null("tokens", values.count) is None
        with pytest.raises(ParseError, match="missing"):
            record().take_or_null("tokens", values.count)

    def test_optional_field_reads_as_null(self) -> None:
        row = record()
        row.optional("tokens")
        assert row.take_or_null("tokens", values.count) is None

    def test_null_is_refused_where_a_value_must_stand(self) -> None:
        with pytest.raises(ParseError, match="NoneType"):
            record(tokens=None).take("tokens", values.count)

    def test_field_is_used_up_once(self) -> None:
        row = record(tokens=1)
        row.take("tokens", values.count)
        with pytest.raises(ParseError, match="missing"):
            row.take("tokens", values.count)

    def test_half_a_letter_in_a_name_can_be_written_down(self) -> None:
        row = Record(json.loads('{"a\\ud800": 1}'), "rows[3]", reading())
        row.done()
        assert noted(row) == {"unknown field `a?`": 1}

    def test_name_that_is_no_text_is_refused(self) -> None:
        with pytest.raises(ParseError, match=r"`rows\[3\]` should name its fields in text, names one bool True"):
            Record({True: 1}, "rows[3]", reading())

    def test_what_is_left_is_counted_by_name(self) -> None:
        row = record(tokens=1, known=2, brand_new=3)
        row.take("tokens", values.count)
        row.ignore("known", "absent")
        row.done()
        assert noted(row) == {"unknown field `brand_new`": 1}

    def test_long_names_do_not_flood_an_error(self) -> None:
        row = record(**{"x" * 10_000: 1})
        row.done()
        assert all(len(kind) < 120 for kind in noted(row))

    @pytest.mark.parametrize("value", [None, [], "text", 7, True])
    def test_record_is_an_object(self, value: object) -> None:
        with pytest.raises(ParseError, match="should be an object"):
            Record(value, "meta", reading())

    @pytest.mark.parametrize("value", [None, {}, "text", 7])
    def test_records_are_a_list(self, value: object) -> None:
        with pytest.raises(ParseError, match="should be a list"):
            records(value, "data", reading())

    @given(JSON)
    def test_named_objects_are_read_or_refused(self, value: object) -> None:
        try:
            found = list(record(models=value).named("models"))
        except ParseError:
            return
        assert isinstance(value, dict)
        assert len(found) == len(value)


class TestRows:
    def test_far_too_few_are_refused(self) -> None:
        with pytest.raises(ParseError, match="`data` has 2 rows, expected at least 10"):
            reading().expect_rows("data", 2, 10, 100)

    def test_too_many_are_counted(self) -> None:
        issues = Issues()
        Reading("file", issues).expect_rows("data", 101, 10, 100)
        assert issues.counts == {"more rows than expected": 1}


class TestValues:
    @pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
    @given(value=JSON)
    def test_anything_is_read_or_refused(self, kind: Callable[[object], object], value: object) -> None:
        try:
            kind(value)
        except ValueError as error:
            assert len(str(error)) < 200  # noqa: PT017 - reading it is as good

    @pytest.mark.parametrize(("value", "count"), [(0, 0), (7, 7), ("595090081549", 595_090_081_549)])
    def test_count_is_an_integer_or_its_digits(self, value: object, count: int) -> None:
        assert values.count(value) == count

    @pytest.mark.parametrize(
        "value", [True, False, -1, "-1", 1.0, "1.0", "1e3", "", " 1", "١", 10**18, "9" * 5_000, MOST * 2, math.nan]
    )
    def test_count_is_nothing_else(self, value: object) -> None:
        with pytest.raises(ValueError, match="count"):
            values.count(value)

    @pytest.mark.parametrize("value", [math.nan, math.inf, "nan", "inf", True, None, "", "1_0", "١", [1], 10**400])
    def test_number_is_finite(self, value: object) -> None:
        with pytest.raises(ValueError, match="finite"):
            values.number(value)

    @pytest.mark.parametrize(("value", "number"), [(1, 1.0), (0.25, 0.25), ("3.5", 3.5), ("-1e-3", -0.001)])
    def test_number_is_a_number_or_its_digits(self, value: object, number: float) -> None:
        assert values.number(value) == number

    @pytest.mark.parametrize(
        "value", ["2026-02-30", "2026-8-1", "20260801", "2016-12-31", "", None, 20260801, "0001-01-01"]
    )
    def test_day_is_written_one_way(self, value: object) -> None:
        with pytest.raises(ValueError, match="day"):
            values.day(value)

    def test_instant_is_given_in_utc(self) -> None:
        korean = values.instant("2026-08-13T01:20:00+09:00")
        assert korean == dt.datetime(2026, 8, 12, 16, 20, tzinfo=dt.UTC)
        assert korean.date() == dt.date(2026, 8, 12)

    @pytest.mark.parametrize("value", ["2026-08-13T01:20:00", "2026-08-13", "0001-01-01T00:00:00+14:00", 1_778_613_011])
    def test_instant_states_its_offset(self, value: object) -> None:
        with pytest.raises(ValueError, match="offset"):
            values.instant(value)

    def test_unix_seconds(self) -> None:
        assert values.unix_instant(1_778_613_011).date() == dt.date(2026, 5, 12)
        with pytest.raises(ValueError, match="1970"):
            values.unix_instant(10**17)

    @pytest.mark.parametrize("value", ["", "  ", "a\x00b", "\ud800", "x" * 30_000, None, 7])
    def test_text_is_plain(self, value: object) -> None:
        with pytest.raises(ValueError, match="text"):
            values.text(value)

    @pytest.mark.parametrize("value", ["gpt2", "Qwen/Qwen3-0.6B", "a_b/c.d-e"])
    def test_repository_ids(self, value: str) -> None:
        assert values.repo_id(value) == value

    @pytest.mark.parametrize("value", ["", "a/b/c", "a b/c", "/b", "a/", "../b\n", "é/b", "a/" + "b" * 200, None])
    def test_no_repository_ids(self, value: object) -> None:
        with pytest.raises(ValueError, match="repository"):
            values.repo_id(value)


class TestJson:
    @pytest.mark.parametrize(
        ("raw", "says"),
        [
            (b"", "not JSON"),
            (b"{", "not JSON"),
            (b'{"a": NaN}', "NaN"),
            (b'{"a": -Infinity}', "Infinity"),
            (b'{"a": {"b": 1, "b": 2}}', "`b` stands twice"),
            (b"[" * 200_000, "not usable"),
            (b"9" * 5_000, "not usable"),
            (b"\xff", "not UTF-8 at byte 0"),
            ("[]".encode("utf-16"), "not UTF-8"),
            (b"\xef\xbb\xbf[]", "not JSON"),
        ],
        ids=["empty", "open", "nan", "infinity", "repeated", "deep", "huge", "bytes", "utf-16", "mark"],
    )
    def test_refused(self, raw: bytes, says: str) -> None:
        with pytest.raises(ParseError, match=says):
            json_document(raw, reading())

    @given(st.binary(max_size=200))
    def test_any_bytes_are_read_or_refused(self, raw: bytes) -> None:
        for decode in (json_document, json_lines, csv_records):
            try:
                decode(raw, reading())
            except ParseError as error:
                assert error.where == "source/2026-08-22/file.json"  # noqa: PT017 - reading it is as good

    @given(st.text(max_size=200))
    def test_any_text_is_read_or_refused(self, text: str) -> None:
        raw = text.encode("utf-8", "surrogatepass") + b"\n"
        for decode in (json_document, json_lines, csv_records):
            try:
                decode(raw, reading())
            except ParseError as error:
                assert error.then  # noqa: PT017 - reading it is as good

    @given(JSON)
    def test_whole_numbers_and_texts_come_through(self, value: object) -> None:
        try:
            raw = json.dumps(value, allow_nan=False).encode()
        except ValueError:
            return
        assert json_document(raw, reading()) == value

    def test_a_cut_line_is_named(self) -> None:
        with pytest.raises(ParseError, match="within line 2"):
            json_lines(b'{"a": 1}\n{"a": 1}', reading())


class TestCsv:
    def test_columns_are_read_by_name(self) -> None:
        row = csv_records(b"b,a\n2,1\n", reading())[0]
        assert (row.take("a", values.count), row.take("b", values.count)) == (1, 2)

    def test_comments_before_the_header_are_skipped(self) -> None:
        raw = b"# one\n# two, with a comma\na,b\n1,2\n"
        row = csv_records(raw, reading())[0]
        assert row.at == "line 4"

    @pytest.mark.parametrize(
        ("raw", "says"),
        [
            (b"a,a\n1,2\n", "each column once"),
            (b"a,b\n1\n", "line 2 has 1 fields, the header names 2 \\(at `b`\\)"),
            (b"a,b\n1,2,3\n", "line 2 has 3 fields"),
            (b'a,b\n1,"2\n', "line 2"),
            (b'a,b\n1,"2"x\n', "line 2 is not CSV"),
            (b"a,b\n1,2", "ends within line 2"),
            (b"", "each column once"),
        ],
    )
    def test_refused(self, raw: bytes, says: str) -> None:
        with pytest.raises(ParseError, match=says):
            csv_records(raw, reading())

    def test_blank_is_null(self) -> None:
        row = csv_records(b"a,b\n,2\n", reading())[0]
        assert row.take_or_null("a", values.count) is None
