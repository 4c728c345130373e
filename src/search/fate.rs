//! Which leaves of a plan keep an article from answering.

use super::plan::{Plan, SetExpression};

/// The leaves, by number, that would have to be otherwise for an article to answer, given which of them
/// it holds; none when it answers.
pub fn blamed(plan: &Plan, held: &[bool]) -> Vec<usize> {
    let mut blamed = Vec::new();
    if let Some(filter) = &plan.filter {
        blame(filter, held, true, &mut blamed);
    }
    let any_ranked = plan.ranked.iter().any(|leaf| held[*leaf]);
    if blamed.is_empty() && !plan.ranked.is_empty() && !any_ranked {
        blamed.extend(&plan.ranked);
    }
    blamed.sort_unstable();
    blamed.dedup();
    blamed
}

fn holds(expression: &SetExpression, held: &[bool]) -> bool {
    match expression {
        SetExpression::Leaf(number) => held[*number],
        SetExpression::And(members) => members.iter().all(|member| holds(member, held)),
        SetExpression::Or(members) => members.iter().any(|member| holds(member, held)),
        SetExpression::Not(inner) => !holds(inner, held),
    }
}

/// Blames what makes an expression not `wanted`; nothing when it is.
fn blame(expression: &SetExpression, held: &[bool], wanted: bool, blamed: &mut Vec<usize>) {
    if holds(expression, held) == wanted {
        return;
    }
    match expression {
        SetExpression::Leaf(number) => blamed.push(*number),
        SetExpression::And(members) | SetExpression::Or(members) => {
            for member in members {
                blame(member, held, wanted, blamed);
            }
        }
        SetExpression::Not(inner) => blame(inner, held, !wanted, blamed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use SetExpression::{And, Leaf, Not, Or};

    fn plan(filter: SetExpression, ranked: &[usize]) -> Plan {
        Plan {
            filter: Some(filter),
            ranked: ranked.to_vec(),
            ..Plan::default()
        }
    }

    #[test]
    fn of_what_is_required_the_missing_is_to_blame() {
        let plan = plan(And(vec![Leaf(0), Leaf(1)]), &[0, 1]);
        assert_eq!(blamed(&plan, &[true, false]), [1]);
        assert_eq!(blamed(&plan, &[false, false]), [0, 1]);
        assert_eq!(blamed(&plan, &[true, true]), [] as [usize; 0]);
    }

    #[test]
    fn what_is_excluded_and_there_is_to_blame() {
        let either = Or(vec![Leaf(1), Leaf(2)]);
        let plan = plan(And(vec![Leaf(0), Not(Box::new(either))]), &[0]);
        assert_eq!(blamed(&plan, &[true, false, true]), [2]);
    }

    #[test]
    fn where_any_word_would_do_all_are_to_blame() {
        let plan = Plan {
            ranked: vec![0, 1],
            ..Plan::default()
        };
        assert_eq!(blamed(&plan, &[false, false]), [0, 1]);
        assert_eq!(blamed(&plan, &[false, true]), [] as [usize; 0]);
    }
}
