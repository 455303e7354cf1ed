using ImageStreams.Collections;

namespace ImageStreams.Validation;

/// <summary>The exception for a list of allowed registries with invalid patterns.</summary>
public sealed class RegistryPatternFormatException : FormatException
{
    internal RegistryPatternFormatException(string message, ValueList<string> patterns)
        : base(message) => Patterns = patterns;

    /// <summary>The invalid patterns, in the order of the list.</summary>
    public ValueList<string> Patterns { get; }
}
