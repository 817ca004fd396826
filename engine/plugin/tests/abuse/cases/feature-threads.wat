;; Uses what is left out of this engine: threads.
;; expect: refused when loaded: invalid
(component (core module (memory 1 1 shared)))
