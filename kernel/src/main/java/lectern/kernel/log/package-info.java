/** Where libraries log by SLF4J: warnings go to the cell, or to what the user has added for logging. May call SLF4J only. */
package lectern.kernel.log;
