using ImageStreams.Collections;

namespace ImageStreams.Validation;

/// <summary>Creates the exceptions for invalid lists of allowed registries.</summary>
internal static class AdmissionErrors
{
    public static RegistryPatternFormatException InvalidPatterns(ValueList<string> patterns)
    {
        var list = string.Join("', '", patterns.Select(NameTexts.Excerpt));
        return new RegistryPatternFormatException(
            $"'{list}': a pattern for registries is host or host:port, with at most one ':'; IPv6 addresses are not allowed.",
            patterns);
    }
}
