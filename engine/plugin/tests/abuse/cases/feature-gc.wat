;; Uses what is left out of this engine: gc.
;; expect: refused when loaded: invalid
(component (core module (type (struct (field i32))) (func (drop (struct.new_default 0)))))
