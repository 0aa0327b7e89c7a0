"""The rules, one module each: data over a few check shapes, with what, why and examples."""
