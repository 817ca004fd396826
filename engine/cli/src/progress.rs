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
