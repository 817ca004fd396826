;; Uses what is left out of this engine: custom page sizes.
;; expect: refused when loaded: invalid
(component (core module (memory 1 (pagesize 1))))
