//! Two languages, one place to choose.

use bangkom::domain::Language;

/// Chooses and prints in one language.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words(pub(crate) Language);

impl Words {
    /// In this language.
    pub(crate) fn new(language: Language) -> Self {
        Self(language)
    }

    /// The text of the language.
    pub(crate) fn of<T>(self, id: T, en: T) -> T {
        match self.0 {
            Language::Id => id,
            Language::En => en,
        }
    }

    /// The title of the whole.
    pub(crate) fn title(self) {
        println!(
            "{}",
            self.of(
                "bangkom: dari pengaduan warga sampai tindak lanjut. Semua hasil adalah usulan.",
                "bangkom: from complaints to follow-up. Every result is a proposal.",
            )
        );
    }

    /// The heading of a section.
    pub(crate) fn section(self, id: &str, en: &str) {
        let heading = self.of(id, en);
        println!("\n{heading}\n{}", "=".repeat(heading.chars().count()));
    }

    /// A number with two decimals and the sign of the language.
    pub(crate) fn number(self, value: f64) -> String {
        let text = format!("{value:.2}");
        self.of(text.replace('.', ","), text)
    }
}
