;; Uses what is left out of this engine: memory64.
;; expect: refused when loaded: invalid
(component (core module (memory i64 1)))
