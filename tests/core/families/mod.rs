//! One file for each family of rules: vectors worked out by hand, each edge from both sides.

mod alternatives;
mod bands;
mod combine;
mod combined;
mod effects;
mod measures;
mod others;
mod parts;
mod steps;
mod tailoring;
mod target;
