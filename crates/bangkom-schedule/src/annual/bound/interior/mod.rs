//! An interior point method for linear programs whose columns come in blocks.
//!
//! ```text
//! maximise  Σ gain x    where  Σ a x ≤ rhs  over the coupling rows,
//!                              Σ x ≤ limit  over the columns of each block,  x ≥ 0
//! ```
//! Of a city there are some hundred thousand columns in as many blocks as people and only some
//! hundred coupling rows: blocks are eliminated one by one, and what remains is one dense system
//! in the coupling rows. Everything is added up in one order, so that the same program gives the
//! same bytes.
//!
//! # References
//! Mehrotra 1992, On the implementation of a primal-dual interior point method; the elimination
//! of blocks as in generalised upper bounding, Dantzig and Van Slyke 1967.

mod blocks;
mod cholesky;
mod iteration;
mod normal;

mod point;
mod space;

pub(super) use blocks::Blocks;
pub(super) use point::{Limits, Point, solve};
pub(super) use space::{Coordinate, Space};

#[cfg(test)]
mod tests {
    use super::{Blocks, Limits, Space, solve};

    const LIMITS: Limits = Limits {
        steps: 60,
        gap: 1e-10,
    };

    fn space(rhs: &[f64]) -> Space {
        Space {
            rhs: rhs.to_vec(),
            first: vec![0],
            ..Space::default()
        }
    }

    /// One block of limit 1 whose columns gain 3 and 2 and take 2 and 1 of one row.
    fn pair() -> Blocks {
        let mut blocks = Blocks::new();
        blocks.open(&[0], 1.0, None);
        blocks.column(3.0, [(0, 2.0)]);
        blocks.column(2.0, [(0, 1.0)]);
        blocks
    }

    #[test]
    fn a_program_worked_by_hand() {
        // Half of each; one more of the row is worth 1, and so is one more of the limit.
        let point = solve(&space(&[1.5]), &[&pair()], None, LIMITS);
        assert!((point.value - 2.5).abs() < 1e-8, "{}", point.value);
        assert!((point.best[0] - 1.0).abs() < 1e-4, "{}", point.best[0]);
        assert!((point.chosen(0, 0..1) - 0.5).abs() < 1e-4);
    }

    #[test]
    fn a_row_that_does_not_bind_is_worth_nothing() {
        let point = solve(&space(&[7.0]), &[&pair()], None, LIMITS);
        assert!((point.value - 3.0).abs() < 1e-8, "{}", point.value);
        assert!(point.best[0] < 1e-6);
    }

    #[test]
    fn it_goes_on_with_more_rows() {
        let mut blocks = Blocks::new();
        blocks.open(&[0, 1], 1.0, None);
        blocks.column(3.0, [(0, 2.0), (1, 1.0)]);
        blocks.column(2.0, [(0, 1.0)]);
        let first = solve(&space(&[1.5, 9.0]), &[&blocks], None, LIMITS);
        assert!((first.value - 2.5).abs() < 1e-8);
        let rough = Limits {
            gap: 1e-2,
            ..LIMITS
        };
        let start = solve(&space(&[1.5]), &[&pair()], None, rough);
        let point = solve(&space(&[1.5, 0.25]), &[&blocks], Some(&start), LIMITS);
        // A quarter of the first, the rest of the second.
        assert!((point.value - 2.25).abs() < 1e-8, "{}", point.value);
    }
}
