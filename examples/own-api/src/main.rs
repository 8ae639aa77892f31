//! Gets a book, and clears its note. The library is a thread of this program.

use std::{
    io::{Read as _, Write as _},
    net::TcpListener,
    thread,
};

use bindery::{Patch, runtime};
use own_api::{Client, types::UpdateBook};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let runtime = runtime::Client::builder(open()?).build()?;
    let library = Client::new(runtime);

    let book = library.get_book("978-3-16-148410-0").await?;
    println!("{} is {}, note: {:?}", book.title, book.state, book.note);

    let update = UpdateBook::new().note(Patch::Null);
    let book = library.update_book(&book.isbn, &update).await?;
    println!("{} is {}, note: {:?}", book.title, book.state, book.note);

    match library.get_book("no such").await {
        Err(error) if error.status().is_some_and(|status| status == 404) => println!("{error}"),
        other => return Err(format!("expected 404, got {other:?}").into()),
    }
    Ok(())
}

/// Opens the library on a port of its own, and returns its address.
fn open() -> std::io::Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = format!("http://{}/v1", listener.local_addr()?);
    thread::spawn(move || {
        for stream in listener.incoming() {
            // Who hangs up gets no answer.
            let _ = stream.and_then(answer);
        }
    });
    Ok(address)
}

fn answer(mut stream: std::net::TcpStream) -> std::io::Result<()> {
    let mut request = [0; 4096];
    let length = stream.read(&mut request)?;
    let request = String::from_utf8_lossy(&request[..length]);
    let (status, body) = if !request.contains(" /v1/books/978-3-16-148410-0 ") {
        ("404 Not Found", r#"{"message": "no such book"}"#)
    } else if request.starts_with("PATCH") {
        (
            "200 OK",
            r#"{"isbn": "978-3-16-148410-0", "title": "The Book", "state": "in", "note": null}"#,
        )
    } else {
        (
            "200 OK",
            r#"{"isbn": "978-3-16-148410-0", "title": "The Book", "state": "in", "note": "torn"}"#,
        )
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
        body.len()
    )
}
