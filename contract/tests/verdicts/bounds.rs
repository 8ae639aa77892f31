//! Numbers, lengths and counts: bounds, multiples, integers and their ranges.

use bindery_contract::{Mode, Recording, Request, Response};

use crate::{VALID, answering, answers, judged};

#[test]
#[rustfmt::skip] // One case, one line.
fn bounds_are_exclusive_by_a_flag() {
    answers(&[
        ("{type: number, maximum: 10, exclusiveMaximum: true}", "9.5", VALID, "9.5 is below 10"),
        ("{type: number, maximum: 10, exclusiveMaximum: true}", "10", "contradicts `exclusiveMaximum: true`", "the bound itself is excluded"),
        ("{type: number, maximum: 10, exclusiveMaximum: true}", "10.0", "contradicts", "however it is written"),
        ("{type: number, maximum: 10, exclusiveMaximum: false}", "10", VALID, "false includes it"),
        ("{type: number, maximum: 10}", "10", VALID, "so does silence"),
        ("{type: number, maximum: 10}", "10.0001", "contradicts `maximum: 10`", "beyond it"),
        ("{type: number, minimum: 0, exclusiveMinimum: true}", "0", "contradicts `exclusiveMinimum: true`", "the lower bound likewise"),
        ("{type: number, minimum: 0, exclusiveMinimum: true}", "-0.0", "contradicts", "minus zero is zero"),
        ("{type: number, minimum: 0, exclusiveMinimum: true}", "0.001", VALID, "anything more will do"),
        ("{type: number, exclusiveMinimum: true}", "0", VALID, "a flag without a bound says nothing"),
        ("{allOf: [{minimum: 3}, {exclusiveMinimum: true}]}", "3", VALID, "nor does one whose bound stands elsewhere"),
        ("{type: number, exclusiveMinimum: 5}", "1", "`exclusiveMinimum: 5` is not understood", "3.1 says it by a number"),
        ("{type: integer, minimum: 1}", "0", "contradicts `minimum: 1`", "an inclusive bound"),
        ("{minimum: 1}", r#""a""#, VALID, "a bound without type is about numbers alone"),
        ("{type: number, maximum: 1e308}", "1.7e308", "contradicts `maximum", "large floats compare"),
        ("{type: integer, maximum: 9007199254740992}", "9007199254740993", "contradicts `maximum", "integers compare exactly beyond 2^53"),
    ]);
}

#[test]
#[rustfmt::skip] // One case, one line.
fn a_multiple_is_one_of_decimals() {
    answers(&[
        ("{type: number, multipleOf: 0.01}", "19.99", VALID, "decimals are meant, not their binary neighbours"),
        ("{type: number, multipleOf: 0.01}", "19.999", "contradicts `multipleOf: 0.01`", "three decimals are too many"),
        ("{type: number, multipleOf: 0.01}", "4.35", VALID, "4.35 / 0.01 is no integer to a float"),
        ("{type: number, multipleOf: 0.01}", "1.15", VALID, "nor is 1.15 / 0.01"),
        ("{type: number, multipleOf: 0.1}", "0.3", VALID, "nor 0.3 / 0.1"),
        ("{type: number, multipleOf: 0.1}", "0.30000000000000004", "contradicts `multipleOf: 0.1`", "what is written is meant"),
        ("{type: number, multipleOf: 0.01}", "0", VALID, "zero is a multiple of all"),
        ("{type: number, multipleOf: 0.01}", "-19.99", VALID, "as are negative numbers"),
        ("{type: number, multipleOf: 0.01}", "1e3", VALID, "and those with an exponent"),
        ("{type: integer, multipleOf: 5}", "12", "contradicts `multipleOf: 5`", "integers"),
        ("{type: number, multipleOf: 2.5}", "7.5", VALID, "a fraction of an integer"),
        ("{type: number, multipleOf: 0}", "1", "`multipleOf: 0` is not understood", "nothing is a multiple of zero"),
        ("{type: number, multipleOf: 0.0001}", "12345.6789", VALID, "four decimals"),
        ("{type: number, multipleOf: 0.01}", "99999999999999.99", VALID, "as many digits as a float holds"),
        ("{type: number, multipleOf: 1e-7}", "0.0000003", VALID, "however the step is written"),
        ("{type: number, multipleOf: 1e-7}", "1e-8", "contradicts `multipleOf", "a tenth of it"),
        ("{type: integer, multipleOf: 3}", "9007199254740993", VALID, "integers divide exactly beyond 2^53"),
        ("{type: integer, multipleOf: 2}", "9007199254740993", "contradicts `multipleOf: 2`", "and leave what they leave"),
        ("{type: integer, multipleOf: 3}", "30000000000000000000000000003", "has more digits than are read", "as long as all their digits are kept"),
    ]);
}

#[test]
#[rustfmt::skip] // One case, one line.
fn integers_have_no_fraction_and_a_range() {
    answers(&[
        ("{type: integer}", "1", VALID, "an integer"),
        ("{type: integer}", "1.5", "expected `integer`", "a fraction"),
        ("{type: integer}", "1.0", "expected `integer`", "3.0 builds on a draft whose integers are written without fraction"),
        ("{type: integer}", "1e3", "expected `integer`", "and without exponent"),
        ("{type: integer, nullable: true}", "1.0", "expected `integer`", "beside null as well"),
        ("{type: integer}", r#""1""#, "expected `integer`, found `\"1\"`", "a text is no number"),
        ("{type: integer}", "18446744073709551616", VALID, "without a format, integers have no end"),
        ("{type: integer}", "-9223372036854775809", VALID, "nor a beginning"),
        ("{type: number}", "1", VALID, "an integer is a number"),
        ("{type: number}", "1e308", VALID, "a large number"),
        ("{type: integer, format: int32}", "2147483647", VALID, "the greatest int32"),
        ("{type: integer, format: int32}", "2147483648", "out of the range of `int32`", "one more"),
        ("{type: integer, format: int32}", "-2147483648", VALID, "the least int32"),
        ("{type: integer, format: int32}", "-2147483649", "out of the range of `int32`", "one less"),
        ("{type: integer, format: int64}", "9223372036854775807", VALID, "the greatest int64"),
        ("{type: integer, format: int64}", "9223372036854775808", "out of the range of `int64`", "one more"),
        ("{type: integer, format: int64}", "-9223372036854775808", VALID, "the least int64"),
        ("{type: integer, format: int64}", "-9223372036854775809", "out of the range of `int64`", "one less"),
        ("{type: number, format: int64}", "1.5", VALID, "a fraction is no matter of range"),
        ("{type: integer, format: int64}", "100000000000000000000", "out of the range of `int64`", "far beyond"),
        ("{type: integer, format: int16}", "40000", VALID, "an unknown format is a remark"),
        ("{type: string, format: int64}", r#""99999999999999999999""#, VALID, "a range is about numbers, and this is a text"),
        ("{type: number, format: float}", "3.4028235e38", VALID, "the greatest float as it is printed"),
        ("{type: number, format: float}", "3.5e38", "out of the range of `float`", "what overflows a float"),
        ("{type: number, format: float}", "-3.5e38", "out of the range of `float`", "or underflows it"),
        ("{type: number, format: float}", "0.1", VALID, "precision is no range"),
        ("{type: number, format: double}", "1.7976931348623157e308", VALID, "the greatest double"),
        ("{type: number, format: double}", "-1e400", "a number beyond a `double` is out of the range of `double`", "what overflows a double"),
        ("{type: number}", "1e400", VALID, "which is a number like any other"),
        ("{type: number, format: float}", "1e400", "out of the range of `float`", "and beyond a float as well"),
        ("{type: string}", "1e400", "expected `string`, found a number beyond a `double`", "but no text"),
        ("{type: number, maximum: 100}", "1e400", "contradicts `maximum: 100`", "any bound is below it"),
        ("{type: number, minimum: 100}", "1e400", VALID, "or it is above"),
        ("{type: number, minimum: 100}", "-1e400", "contradicts `minimum: 100`", "or below"),
        ("{type: array, items: {type: integer}}", "[1e400, 1.5]", "expected `integer`, found `1.5`", "what stands beside it is judged"),
        ("{type: integer, format: int32, minimum: 5}", "4", "contradicts `minimum: 5`", "authored bounds hold beside the range"),
        ("{type: integer, format: int32, allOf: [{minimum: 5}]}", "4", "contradicts `minimum: 5`", "so do those in allOf"),
        ("{type: integer, format: int32, allOf: [{minimum: 5}]}", "2147483648", "out of the range of `int32`", "and the range beside them"),
    ]);
}

#[test]
#[rustfmt::skip] // One case, one line.
fn lengths_count_characters_and_entries_are_equal_by_value() {
    answers(&[
        ("{type: string, maxLength: 2}", r#""äöü""#, "contradicts `maxLength: 2`", "characters are counted"),
        ("{type: string, maxLength: 3}", r#""äöü""#, VALID, "not bytes"),
        ("{type: string, maxLength: 1}", r#""😀""#, VALID, "nor the halves of a surrogate pair"),
        ("{type: string, minLength: 1}", r#""""#, "contradicts `minLength: 1`", "an empty text"),
        ("{type: array, items: {}, maxItems: 1}", "[1, 2]", "contradicts `maxItems: 1`", "counts of arrays"),
        ("{type: array, items: {}, minItems: 1}", "[]", "contradicts `minItems: 1`", "an empty array"),
        ("{type: object, minProperties: 1}", "{}", "contradicts `minProperties: 1`", "an empty object"),
        ("{type: object, maxProperties: 1}", r#"{"a": 1, "b": 2}"#, "contradicts `maxProperties: 1`", "an object too large"),
        ("{type: array, items: {}, uniqueItems: true}", "[1, 1]", "contradicts `uniqueItems: true`", "equal entries"),
        ("{type: array, items: {}, uniqueItems: true}", "[1, 1.0]", "contradicts `uniqueItems: true`", "numbers are equal by value"),
        ("{type: array, items: {}, uniqueItems: true}", r#"[1, "1", true, [1]]"#, VALID, "another type is another value"),
        ("{type: array, items: {}, uniqueItems: true}", r#"[{"a": 1, "b": 2}, {"b": 2, "a": 1}]"#, "contradicts `uniqueItems: true`", "members have no order"),
        ("{type: array, items: {}, uniqueItems: false}", "[1, 1]", VALID, "false says nothing"),
        ("{type: number, enum: [1]}", "1.0", VALID, "an enum compares by value too"),
        ("{enum: [1]}", "true", "not a value of `enum`", "but true is not 1"),
    ]);
}

#[test]
#[rustfmt::skip] // One case, one line.
fn the_help_is_the_bound_that_would_admit_the_value() {
    for (schema, body, expected) in [
        ("{type: integer, maximum: 5}", "9", "if the provider sends it, write `maximum: 9`"),
        ("{type: number, minimum: 5}", "4.5", "if the provider sends it, write `minimum: 4.5`"),
        ("{type: string, maxLength: 2}", "\"äöü\"", "if the provider sends it, write `maxLength: 3`"),
        ("{type: array, items: {}, minItems: 2}", "[1]", "if the provider sends it, write `minItems: 1`"),
        ("{type: object, maxProperties: 1}", r#"{"a": 1, "b": 2}"#, "if the provider sends it, write `maxProperties: 2`"),
        ("{type: number, multipleOf: 2}", "3", "correct `multipleOf`, or remove it"),
        ("{type: number, maximum: 5}", "1e400", "correct `maximum`, or remove it"),
    ] {
        let document = answering("3.0.3", schema);
        let response = Response::new(200).json(body);
        let recording = Recording::invented("case", Request::new("GET", "/x"), Some(response));
        let report = judged(&document, &recording, Mode::Lenient);
        assert_eq!(report.findings[0].help.as_deref(), Some(expected), "{schema} with {body}");
    }
}
