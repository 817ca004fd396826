;; Wants a module of the host.
;; expect: refused when loaded: imports libc
(component (import "libc" (core module (export "memory" (memory 1)))))
