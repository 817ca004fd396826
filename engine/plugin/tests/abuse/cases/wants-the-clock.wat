;; Wants the clock and the environment.
;; expect: refused when loaded: imports wasi:clocks/wall-clock@0.2.0 wasi:cli/environment@0.2.0
(component
  (import "wasi:clocks/wall-clock@0.2.0" (instance (export "now" (func (result u64)))))
  (import "wasi:cli/environment@0.2.0" (instance (export "initial-cwd" (func (result (option string)))))))
