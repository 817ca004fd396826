;; A module that wants the system.  ;; stays a module
;; expect: refused when loaded: core-module
(module (import "wasi_snapshot_preview1" "fd_write" (func (param i32 i32 i32 i32) (result i32))))
