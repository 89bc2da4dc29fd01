package io.orderlake.bootstrap.cli;

import io.orderlake.bootstrap.config.Parsers;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations on the command line, written as in the configuration. */
final class DurationConverter implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String text) {
    return Parsers.duration(text)
        .getOrElseThrow(problem -> new TypeConversionException("'" + text + "' " + problem));
  }
}
