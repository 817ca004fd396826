;; Uses what is left out of this engine: multi memory.
;; expect: refused when loaded: invalid
(component (core module (memory 1) (memory 1)))
