package com.sun.tools.javac.resources.spi;

/** The same as {@link compilerProvider}, for the second of the compiler's two sets of messages. */
interface javacProvider {}
