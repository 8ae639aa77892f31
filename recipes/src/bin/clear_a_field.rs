//! Clear a field: null, absent and a value are three things.
//!
//! `cargo run -p bindery-recipes --bin clear_a_field`

#![expect(clippy::print_stdout, reason = "a recipe shows what it does")]

use bindery::{
    Patch,
    gigs::{Client, UpdateUser, User},
};
use bindery_recipes::{Outcome, serve_gigs};

#[tokio::main]
async fn main() -> Outcome {
    let gigs = Client::builder("acme", "api-key")
        .base_url(serve_gigs(1).await?)
        .build()?;

    // Null clears; what is not named stays as it is; a value replaces.
    let update = UpdateUser::new()
        .birthday(Patch::Null)
        .full_name("Elaine Benes");
    let user = gigs.users().update("usr_00", &update).await?;
    show(&user);

    // An update that names nothing changes nothing.
    let user = gigs.users().update("usr_00", &UpdateUser::new()).await?;
    show(&user);
    Ok(())
}

fn show(user: &User) {
    println!("{:?} {:?} {}", user.birthday, user.full_name, user.email);
}
