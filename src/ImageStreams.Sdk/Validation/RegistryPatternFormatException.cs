using ImageStreams.Collections;

namespace ImageStreams.Validation;

/// <summary>A list of allowed registries holds texts that are no patterns.</summary>
public sealed class RegistryPatternFormatException : FormatException
{
    internal RegistryPatternFormatException(ValueList<string> patterns)
        : base($"'{string.Join("', '", patterns.Select(NameTexts.Excerpt))}': a pattern for registries is host or host:port, "
            + "with one ':' at most, so that no address of IPv6 can be one.") =>
        Patterns = patterns;

    /// <summary>All texts that are no patterns, in the order in which they were given.</summary>
    public ValueList<string> Patterns { get; }
}
