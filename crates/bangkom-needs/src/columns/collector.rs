use super::PairScore;

/// Takes what was found about every person and competency.
///
/// Each worker has a collector of its own; they are merged at the end. Pairs of one person come
/// together and by competency, people in any order: a collector that gives the same result for
/// any order of people and any way of merging gives the same result for any number of threads.
/// All collectors of this module do. Several collectors work together as a tuple.
pub trait Collector<K>: Sized + Send {
    /// Takes one pair.
    fn pair(&mut self, pair: &PairScore<'_, K>);

    /// Hears that all pairs of a person have been given.
    fn person_done(&mut self) {}

    /// Takes everything that another collector has.
    fn merge(&mut self, other: Self);
}

macro_rules! tuple {
    ($($name:ident $place:tt),+) => {
        impl<K, $($name: Collector<K>),+> Collector<K> for ($($name,)+) {
            #[inline]
            fn pair(&mut self, pair: &PairScore<'_, K>) {
                $(self.$place.pair(pair);)+
            }

            #[inline]
            fn person_done(&mut self) {
                $(self.$place.person_done();)+
            }

            fn merge(&mut self, other: Self) {
                $(self.$place.merge(other.$place);)+
            }
        }
    };
}

tuple!(A 0);
tuple!(A 0, B 1);
tuple!(A 0, B 1, C 2);
tuple!(A 0, B 1, C 2, D 3);
tuple!(A 0, B 1, C 2, D 3, E 4);
tuple!(A 0, B 1, C 2, D 3, E 4, F 5);
