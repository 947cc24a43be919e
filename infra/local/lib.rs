//! What AWS does for Tripdesk in the cloud, inside one process: stores, queue, mail in and out, schedule, invocations.
//!
//! Invariant: the modules that stand for AWS know nothing of the product. They move bytes and events between the world and the five functions exactly as
//! AWS would, so the functions cannot tell where they run. What is acknowledged here survives `kill -9`.
//!
//! Reading order: [`platform`] (how it all starts), [`aws`] (the endpoint that the AWS SDK talks to), [`receive`] and [`smtp`]
//! (mail in), [`outbox`] (mail out), [`invoke`], [`poller`] and [`schedule`] (events), [`api`] (`/_local/*`), [`faults`];
//! then what a person sees of it: [`functions`] and [`secrets`] (the product put in its place), [`agency`] (the demo), [`cli`].

pub mod agency;
pub mod api;
pub mod aws;
pub mod cli;
pub mod clock;
mod connections;
pub mod console;
mod durable;
pub mod faults;
mod fields;
pub mod functions;
pub mod invoke;
pub mod outbox;
pub mod platform;
pub mod poller;
pub mod receive;
mod redis;
pub mod schedule;
pub mod secrets;
pub mod smtp;
pub mod start;
mod stop;
