//! The table at the end.

/// A comparison of two figures.
#[derive(Debug)]
pub(super) struct Row {
    /// What is compared with what.
    pub(super) what: &'static str,
    pub(super) unit: Unit,
    pub(super) value: f64,
    pub(super) against: f64,
    /// The most that the ratio of the two may be, or nothing where the figure is for information.
    pub(super) goal: Option<f64>,
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Unit {
    /// Millions of user instructions per page.
    Instructions,
    /// Milliseconds per page.
    Time,
    /// Milliseconds of the processor per page.
    Work,
    /// Megabytes at the peak.
    Memory,
    /// Milliseconds in all.
    Wait,
    /// Milliseconds of the processor in all.
    Start,
    /// Kilobytes of a file.
    Size,
}

impl Unit {
    fn name(self) -> &'static str {
        match self {
            Self::Instructions => "Minstr/page",
            Self::Time => "ms/page",
            Self::Work => "CPU ms/page",
            Self::Memory => "MB peak",
            Self::Wait => "ms",
            Self::Start => "CPU ms",
            Self::Size => "kB",
        }
    }
}

impl Row {
    pub(super) fn ratio(&self) -> f64 {
        self.value / self.against
    }

    /// A ratio that is no number misses its goal too.
    pub(super) fn missed(&self) -> bool {
        self.goal.is_some_and(|goal| self.ratio() > goal || self.ratio().is_nan())
    }

    fn line(&self) -> String {
        let goal = self.goal.map_or(String::new(), |goal| format!("<= {goal:.3}"));
        let verdict = match self.goal {
            None => "",
            Some(_) if self.missed() => "MISSED",
            Some(_) => "holds",
        };
        let Self { what, unit, value, against, .. } = self;
        let line = format!(
            "{what:<58} {value:>8.2} {against:>8.2} {:<12} {:>6.3}  {goal:<9} {verdict}",
            unit.name(),
            self.ratio()
        );
        line.trim_end().to_owned()
    }
}

pub(super) fn print(rows: &[Row]) {
    println!(
        "\n{:<58} {:>8} {:>8} {:<12} {:>6}  {:<9} verdict",
        "", "this", "against", "unit", "ratio", "goal"
    );
    for row in rows {
        println!("{}", row.line());
    }
    println!();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_goal_is_the_most_that_a_ratio_may_be() {
        let row = |value, goal| Row { what: "a / b", unit: Unit::Instructions, value, against: 2.0, goal };
        assert!(!row(1.7, Some(0.85)).missed());
        assert!(row(1.8, Some(0.85)).missed());
        assert!(row(f64::NAN, Some(0.85)).missed());
        assert!(!row(9.0, None).missed());
        assert!(row(1.8, Some(0.85)).line().ends_with("0.900  <= 0.850  MISSED"));
    }
}
