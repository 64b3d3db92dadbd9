// Nothing of its own: what is compiled here is the prelude (cmake/folders.cmake).
