//! A policy package as one archive, whose it is, and which versions go together.
//!
//! In: the files of a package folder, keys, a trust file, packages on offer, a day.
//! Out: archives, signatures, what may be installed, a lock, or a note that says why not.
//! Never here: a judgement, a clock, the network.
