/// Declares an enumeration of findings with code, severity, place and texts in both languages.
///
/// A variant without one of its four texts does not compile. What is wrong may name the fields of
/// the variant in braces; what to do about it is the same for all findings of a code.
macro_rules! explained {
    (
        $(#[$meta:meta])*
        $name:ident {
            $(
                $(#[$variant_meta:meta])*
                $variant:ident { $( $field:ident : $type:ty ),+ $(,)? }
                = $code:literal, $severity:ident, $place:expr,
                id: $text_id:literal => $action_id:literal,
                en: $text_en:literal => $action_en:literal;
            )+
        }
    ) => {
        $(#[$meta])*
        #[derive(
            Debug, Clone, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
        )]
        #[non_exhaustive]
        pub enum $name {
            $(
                $(#[$variant_meta])*
                #[serde(rename = $code)]
                $variant {
                    $(
                        #[doc = concat!("The ", stringify!($field), " that the text names.")]
                        $field: $type,
                    )+
                },
            )+
        }

        impl $name {
            /// What is fixed about each code: the rows of the table of findings.
            pub const TABLE: &'static [bangkom_domain::finding::FindingCode] = &[ $(
                bangkom_domain::finding::FindingCode {
                    code: $code,
                    severity: bangkom_domain::finding::Severity::$severity,
                    action_id: $action_id,
                    action_en: $action_en,
                },
            )+ ];

            /// Every code, in the order of the declaration.
            pub const CODES: &'static [&'static str] = &[ $( $code, )+ ];
        }

        impl bangkom_domain::finding::Explain for $name {
            fn code(&self) -> &'static str {
                match self { $( Self::$variant { .. } => $code, )+ }
            }

            fn severity(&self) -> bangkom_domain::finding::Severity {
                match self {
                    $( Self::$variant { .. } => bangkom_domain::finding::Severity::$severity, )+
                }
            }

            fn place(&self) -> bangkom_domain::finding::Place {
                match self {
                    $( Self::$variant { $( $field ),+ } => {
                        let _ = ( $( $field, )+ );
                        bangkom_domain::finding::Place::record($place)
                    } )+
                }
            }

            fn text(&self, language: bangkom_domain::Language) -> String {
                match (self, language) {
                    $(
                        (Self::$variant { $( $field ),+ }, bangkom_domain::Language::Id) => {
                            let _ = ( $( $field, )+ );
                            format!($text_id)
                        }
                        (Self::$variant { $( $field ),+ }, bangkom_domain::Language::En) => {
                            let _ = ( $( $field, )+ );
                            format!($text_en)
                        }
                    )+
                }
            }

            fn action(&self, language: bangkom_domain::Language) -> String {
                match (self, language) {
                    $(
                        (Self::$variant { .. }, bangkom_domain::Language::Id) => $action_id,
                        (Self::$variant { .. }, bangkom_domain::Language::En) => $action_en,
                    )+
                }
                .to_owned()
            }
        }
    };
}

pub(crate) use explained;
