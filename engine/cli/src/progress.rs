//! A sign of life on standard error for what takes longer than a second.

use std::io::IsTerminal;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use luoshi::Stage;
use luoshi_diagnostics::Messages;

/// Before this nothing is shown: most runs are over by then.
const PATIENCE: Duration = Duration::from_secs(1);

/// Shows which stage runs; on a terminal only.
pub(crate) struct Progress {
    stages: Option<Sender<Stage>>,
    shower: Option<JoinHandle<()>>,
}

impl Progress {
    pub(crate) fn start(words: Messages) -> Progress {
        if !std::io::stderr().is_terminal() {
            return Progress {
                stages: None,
                shower: None,
            };
        }
        let (stages, told) = channel::<Stage>();
        let shower = std::thread::spawn(move || {
            let mut stage = Stage::Plan;
            let mut bar: Option<ProgressBar> = None;
            loop {
                match told.recv_timeout(PATIENCE) {
                    Ok(next) => stage = next,
                    Err(RecvTimeoutError::Timeout) => {
                        bar.get_or_insert_with(spinner);
                    }
                    Err(RecvTimeoutError::Disconnected) => break,
                }
                if let Some(bar) = &bar {
                    bar.set_message(words.word(key(stage)));
                }
            }
            if let Some(bar) = bar {
                bar.finish_and_clear();
            }
        });
        Progress {
            stages: Some(stages),
            shower: Some(shower),
        }
    }

    pub(crate) fn at(&self, stage: Stage) {
        if let Some(stages) = &self.stages {
            // Nobody listens any more only if the shower is gone; the run matters more.
            let _ = stages.send(stage);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.stages = None;
        if let Some(shower) = self.shower.take() {
            let _ = shower.join();
        }
    }
}

fn spinner() -> ProgressBar {
    let bar = ProgressBar::new_spinner();
    bar.set_style(ProgressStyle::default_spinner());
    bar.enable_steady_tick(Duration::from_millis(120));
    bar
}

fn key(stage: Stage) -> &'static str {
    match stage {
        Stage::Plan => "progress-plan",
        Stage::Evidence => "progress-evidence",
        Stage::Judge => "progress-judge",
    }
}

/// Shows how many of many are done; on a terminal only, and only if it takes a while.
pub(crate) struct Count {
    bar: Option<ProgressBar>,
}

impl Count {
    pub(crate) fn start(words: Messages, all: usize) -> Count {
        let bar = std::io::stderr().is_terminal().then(|| {
            let bar = ProgressBar::new(u64::try_from(all).unwrap_or(u64::MAX));
            let style = ProgressStyle::with_template("{msg} {pos}/{len} {wide_bar} {eta}");
            bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
            bar.set_message(words.word("progress-townships"));
            bar
        });
        Count { bar }
    }

    pub(crate) fn at(&self, done: usize) {
        if let Some(bar) = &self.bar {
            bar.set_position(u64::try_from(done).unwrap_or(u64::MAX));
        }
    }
}

impl Drop for Count {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
