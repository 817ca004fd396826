;; Uses what is left out of this engine: exceptions.
;; expect: refused when loaded: invalid
(component (core module (tag) (func (throw 0))))
