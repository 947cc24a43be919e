//! Who looks after an enquiry: active consultants in turn.

use crate::tenant::Consultant;

/// The consultant whose turn it is, counted from 1; `None` when nobody is active.
#[must_use]
pub fn consultant_in_turn(consultants: &[Consultant], turn: u64) -> Option<&Consultant> {
    let active: Vec<&Consultant> = consultants.iter().filter(|one| one.active && !one.email.is_empty()).collect();
    let count = u64::try_from(active.len()).ok().filter(|count| *count > 0)?;
    let place = usize::try_from(turn.saturating_sub(1) % count).ok()?;
    active.get(place).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_active_take_turns_and_the_others_none() {
        let consultant =
            |name: &str, active| Consultant { name: name.to_owned(), email: format!("{name}@sunbird.example"), active };
        let all = [consultant("nomsa", true), consultant("aisha", false), consultant("pieter", true)];
        let names: Vec<_> =
            (1..=4).filter_map(|turn| consultant_in_turn(&all, turn)).map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["nomsa", "pieter", "nomsa", "pieter"]);
        assert_eq!(consultant_in_turn(&all[1..2], 1), None);
    }
}
