//! Training plans: seats, batches, dates, rooms and instructors, with an independent checker and a reason for every refusal.
