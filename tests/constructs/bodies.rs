//! Request bodies: every kind of content.

use bindery::Patch;

use super::{
    compiled::{bodies, forms, offered_bodies, order, version_3_1},
    wire::sends,
};

#[test]
fn bodies_are_written_in_their_media_types() {
    use bodies::{Client, types::Note};
    let note = || Note::new("a b").body("c&d");
    sends(
        |c| Client::new(c).post_json(&note().into()),
        "POST /json",
        &["content-type: application/json"],
        r#"{"title":"a b","body":"c&d"}"#,
    );
    sends(
        |c| Client::new(c).merge_json(Some(&note())),
        "PATCH /merge",
        &["content-type: application/merge-patch+json"],
        r#"{"title":"a b","body":"c&d"}"#,
    );
    sends(|c| Client::new(c).merge_json(None), "PATCH /merge", &[], "");
    sends(
        |c| Client::new(c).post_form(&note()),
        "POST /form",
        &["content-type: application/x-www-form-urlencoded"],
        "title=a%20b&body=c%26d",
    );
    sends(
        |c| Client::new(c).post_text("plain"),
        "POST /text",
        &["content-type: text/plain"],
        "plain",
    );
}

#[test]
fn a_whole_body_that_is_a_text_is_sent_as_its_schema_says() {
    sends(
        |c| bodies::Client::new(c).put_import("%PDF".into()),
        "PUT /import",
        &["content-type: application/json"],
        "%PDF",
    );
    sends(
        |c| bodies::Client::new(c).put_settings("<a/>"),
        "PUT /settings",
        &["content-type: application/xml"],
        "<a/>",
    );
}

#[test]
fn null_is_sent_where_it_is_a_body() {
    use bodies::{Client, types::Note};
    let json = ["content-type: application/json"];
    let note = Note::new("t");
    let sent = r#"{"title":"t"}"#;
    sends(
        |c| Client::new(c).put_null(None),
        "PUT /null",
        &json,
        "null",
    );
    sends(
        |c| Client::new(c).put_null(Some(&note)),
        "PUT /null",
        &json,
        sent,
    );
    let null = serde_json::Value::Null;
    sends(
        |c| Client::new(c).post_anything(&null),
        "POST /null",
        &json,
        "null",
    );
    let own = ["content-type: application/vnd.note+json"];
    sends(|c| Client::new(c).patch_null(None), "PATCH /null", &[], "");
    sends(
        |c| Client::new(c).patch_null(Some(None)),
        "PATCH /null",
        &own,
        "null",
    );
    sends(
        |c| Client::new(c).patch_null(Some(Some(&note))),
        "PATCH /null",
        &own,
        sent,
    );
}

#[test]
fn the_body_that_is_chosen_is_sent_in_its_media_type() {
    use bindery::runtime::File;
    use offered_bodies::{
        Client,
        types::{Draft, Note, PostNoteBody, PostNoteRequestMultipart, PutPictureBody},
    };
    let file = PostNoteRequestMultipart::new(File::new("one"));
    let boundary = "bindery-00000000";
    let multipart = format!("content-type: multipart/form-data; boundary={boundary}");
    let part = format!(
        "--{boundary}\r\ncontent-disposition: form-data; name=\"file\"; filename=\"file\"\r\n\
         content-type: application/octet-stream\r\n\r\none\r\n--{boundary}--\r\n"
    );
    for (body, header, sent) in [
        (
            PostNoteBody::from(Note::new("a")),
            "content-type: application/json",
            r#"{"title":"a"}"#,
        ),
        (
            Draft::new().text("longer").into(),
            "content-type: application/vnd.draft+json",
            r#"{"text":"longer"}"#,
        ),
        (file.into(), &multipart, &part),
        (
            "plain".to_owned().into(),
            "content-type: text/plain",
            "plain",
        ),
    ] {
        sends(
            |c| Client::new(c).post_note(&body),
            "POST /notes",
            &[header],
            sent,
        );
    }
    let png = PutPictureBody::Png("png".into());
    sends(
        |c| Client::new(c).put_picture(Some(&png)),
        "PUT /pictures",
        &["content-type: image/png"],
        "png",
    );
    sends(
        |c| Client::new(c).put_picture(None),
        "PUT /pictures",
        &[],
        "",
    );
}

#[test]
fn bodies_of_text_bytes_and_parts_are_sent() {
    use bindery::runtime::{File, Form};
    use bodies::{
        Client,
        types::{Note, Upload},
    };
    let plain = ["content-type: text/plain"];
    sends(
        |c| Client::new(c).put_text(Some("maybe")),
        "PUT /text-maybe",
        &plain,
        "maybe",
    );
    sends(
        |c| Client::new(c).put_text(None),
        "PUT /text-maybe",
        &[],
        "",
    );
    let png = ["content-type: image/png"];
    sends(
        |c| Client::new(c).put_bytes("png".into()),
        "PUT /bytes",
        &png,
        "png",
    );
    let parts = Upload::new(File::new("one").name("1.txt").media_type("text/plain"))
        .more([File::new("two")])
        .tags(["a", "b"])
        .note(Note::new("t"))
        .caption(Patch::Null);
    let boundary = "bindery-00000000";
    let part = |head: &str, content: &str| {
        format!("--{boundary}\r\ncontent-disposition: form-data; {head}\r\n\r\n{content}\r\n")
    };
    let body = [
        part(
            "name=\"file\"; filename=\"1.txt\"\r\ncontent-type: text/plain",
            "one",
        ),
        part(
            "name=\"more\"; filename=\"file\"\r\ncontent-type: application/octet-stream",
            "two",
        ),
        part("name=\"tags\"", "a"),
        part("name=\"tags\"", "b"),
        part(
            "name=\"note\"\r\ncontent-type: application/json",
            r#"{"title":"t"}"#,
        ),
        format!("--{boundary}--\r\n"),
    ];
    let header = format!("content-type: multipart/form-data; boundary={boundary}");
    sends(
        |c| Client::new(c).post_parts(&parts),
        "POST /parts",
        &[&header],
        &body.concat(),
    );
    let form = Form::new().field("tags", "a").unwrap();
    let body = [part("name=\"tags\"", "a"), format!("--{boundary}--\r\n")].concat();
    sends(
        |c| Client::new(c).post_any_parts(Some(&form)),
        "POST /any-parts",
        &[&header],
        &body,
    );
    sends(
        |c| Client::new(c).post_any_parts(None),
        "POST /any-parts",
        &[],
        "",
    );
}

#[test]
fn parts_texts_and_ranges_of_media_types_are_sent_as_they_can_be() {
    use bindery::runtime::File;
    use bodies::{Client, types::Upload};
    let parts = Upload::new(File::new("one")).tags(["a"]);
    let body = "--bindery-00000000\r\ncontent-disposition: form-data; name=\"file\"; filename=\"file\"\r\n\
                content-type: application/octet-stream\r\n\r\none\r\n\
                --bindery-00000000\r\ncontent-disposition: form-data; name=\"tags\"\r\n\r\na\r\n\
                --bindery-00000000--\r\n";
    sends(
        |c| Client::new(c).post_mixed(&parts),
        "POST /mixed",
        &["content-type: multipart/mixed; boundary=bindery-00000000"],
        body,
    );
    sends(
        |c| Client::new(c).post_encoded("a=b&c=d"),
        "POST /encoded",
        &["content-type: application/x-www-form-urlencoded"],
        "a=b&c=d",
    );
    sends(
        |c| Client::new(c).post_picture("png".into()),
        "POST /pictures",
        &["content-type: application/octet-stream", "accept: image/*"],
        "png",
    );
    sends(
        |c| {
            Client::new(c)
                .post_picture("png".into())
                .header("content-type", "image/png")
        },
        "POST /pictures",
        &["content-type: image/png"],
        "png",
    );
}

#[test]
fn forms_are_written_by_their_encoding() {
    use forms::{
        Client,
        types::{Address, Order},
    };
    let address = || Address::new().city("a b").lines(["x", "y"]);
    let order = Order::new()
        .address(address())
        .tags(["1", "2"])
        .lines([address()])
        .note("n");
    let form = ["content-type: application/x-www-form-urlencoded"];
    let json = "%7B%22city%22%3A%22a%20b%22%2C%22lines%22%3A%5B%22x%22%2C%22y%22%5D%7D";
    sends(
        |c| Client::new(c).post_usual(&order),
        "POST /usual",
        &form,
        &format!("address={json}&tags=1&tags=2&lines={json}&note=n"),
    );
    sends(
        |c| Client::new(c).post_encoded(Some(&order)),
        "POST /encoded",
        &form,
        "address%5Bcity%5D=a%20b&address%5Blines%5D%5B0%5D=x&address%5Blines%5D%5B1%5D=y&tags=1,2\
         &lines%5B0%5D%5Bcity%5D=a%20b&lines%5B0%5D%5Blines%5D%5B0%5D=x&lines%5B0%5D%5Blines%5D%5B1%5D=y\
         &note=%22n%22",
    );
    sends(
        |c| Client::new(c).post_encoded(None),
        "POST /encoded",
        &[],
        "",
    );
}

#[test]
fn parts_are_composed_as_other_objects_are() {
    use bindery::runtime::File;
    use forms::{Client, types::PostAlbumRequest};
    let parts = PostAlbumRequest::new("t", b"a".as_slice()).pictures([File::new("b")]);
    let part = |head: &str, content: &str| {
        format!("--bindery-00000000\r\ncontent-disposition: form-data; {head}\r\n\r\n{content}\r\n")
    };
    let file = "filename=\"file\"\r\ncontent-type: application/octet-stream";
    let body = [
        part("name=\"title\"", "t"),
        part(&format!("name=\"cover\"; {file}"), "a"),
        part(&format!("name=\"pictures\"; {file}"), "b"),
        "--bindery-00000000--\r\n".to_owned(),
    ];
    sends(
        |c| Client::new(c).post_album(&parts),
        "POST /albums",
        &[],
        &body.concat(),
    );
}

#[test]
fn parts_have_the_media_types_of_their_encoding() {
    use forms::{
        Client,
        types::{Order, PostPartsRequest},
    };
    let parts = PostPartsRequest::new(b"png".as_slice(), Order::new().note("n")).csv("a,b");
    let part = |name: &str, media_type: &str, content: &str| {
        format!(
            "--bindery-00000000\r\ncontent-disposition: form-data; {name}\r\ncontent-type: {media_type}\r\n\r\n{content}\r\n"
        )
    };
    let body = [
        part("name=\"photo\"; filename=\"file\"", "image/png", "png"),
        part(
            "name=\"order\"",
            "application/vnd.order+json",
            r#"{"note":"n"}"#,
        ),
        part("name=\"csv\"", "text/csv", "a,b"),
        "--bindery-00000000--\r\n".to_owned(),
    ];
    sends(
        |c| Client::new(c).post_parts(&parts),
        "POST /parts",
        &[],
        &body.concat(),
    );
}

/// Since OpenAPI 3.1; nothing in a part is percent-encoded.
#[test]
fn parts_have_the_styles_of_their_encoding() {
    use version_3_1::{
        Client,
        types::{Address, PostStylesRequest},
    };
    let address = || Address::new().street("a b");
    let parts = PostStylesRequest::new(b"png".as_slice())
        .joined(["a", "b/c"])
        .piped(["a", "b"])
        .spaced(["a", "b"])
        .single(["a", "b"])
        .deep(address())
        .flat(address())
        .json(address());
    let part = |head: &str, content: &str| {
        format!(
            "--bindery-00000000\r\ncontent-disposition: form-data; name={head}\r\n\r\n{content}\r\n"
        )
    };
    let body = [
        part("\"joined\"", "a,b/c"),
        part("\"piped\"", "a|b"),
        part("\"spaced\"", "a b"),
        part("\"single\"", "a"),
        part("\"single\"", "b"),
        part("\"deep[street]\"", "a b"),
        part("\"street\"", "a b"),
        part(
            "\"json\"\r\ncontent-type: application/json",
            r#"{"street":"a b"}"#,
        ),
        part(
            "\"photo\"; filename=\"file\"\r\ncontent-type: image/png",
            "png",
        ),
        "--bindery-00000000--\r\n".to_owned(),
    ];
    sends(
        |c| Client::new(c).post_styles(&parts),
        "POST /styles",
        &[],
        &body.concat(),
    );
}

#[test]
fn fields_travel_in_the_order_of_the_document() {
    use order::{
        Client,
        types::{GetQueryOptions, Parcel, ParcelRequest, Size},
    };
    let size = || Size::new(2, "cm").depth(0.1).width(1);
    let parcel = Parcel::new("Z", size(), "C").a("A").weight(7).street("S");
    let json = r#"{"width":1,"height":2,"unit":"cm","depth":0.1}"#;
    sends(
        |c| Client::new(c).post_json(&parcel),
        "POST /json",
        &[],
        &format!(r#"{{"street":"S","zip":"Z","weight":7,"size":{json},"code":"C","a":"A"}}"#),
    );
    let encoded =
        "%7B%22width%22%3A1%2C%22height%22%3A2%2C%22unit%22%3A%22cm%22%2C%22depth%22%3A0.1%7D";
    sends(
        |c| Client::new(c).post_form(&parcel),
        "POST /form",
        &[],
        &format!("street=S&zip=Z&weight=7&size={encoded}&code=C&a=A"),
    );
    let options = GetQueryOptions::new().a(size()).z(size());
    sends(
        |c| Client::new(c).get_query(&options),
        &format!(
            "GET /query?z={encoded}&a%5Bwidth%5D=1&a%5Bheight%5D=2&a%5Bunit%5D=cm&a%5Bdepth%5D=0.1"
        ),
        &[],
        "",
    );
    let parts = ParcelRequest::new("Z", size(), "C")
        .a("A")
        .weight(7)
        .street("S");
    let part = |head: &str, content: &str| {
        format!(
            "--bindery-00000000\r\ncontent-disposition: form-data; name={head}\r\n\r\n{content}\r\n"
        )
    };
    let body = [
        part("\"street\"", "S"),
        part("\"zip\"", "Z"),
        part("\"weight\"", "7"),
        part("\"size\"\r\ncontent-type: application/json", json),
        part("\"code\"", "C"),
        part("\"a\"", "A"),
        "--bindery-00000000--\r\n".to_owned(),
    ];
    sends(
        |c| Client::new(c).post_parts(&parts),
        "POST /parts",
        &[],
        &body.concat(),
    );
}
