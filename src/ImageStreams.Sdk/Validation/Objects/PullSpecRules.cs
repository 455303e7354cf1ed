using System.Diagnostics.CodeAnalysis;
using ImageStreams.References;

namespace ImageStreams.Validation;

/// <summary>Validates pull specs.</summary>
internal static class PullSpecRules
{
    /// <summary>Determines whether a text is a pull spec; allocates nothing.</summary>
    public static bool IsValid(string text) => ReferenceScanner.TryScan(text, out _, out _);

    /// <summary>Reads a pull spec, or describes its problem.</summary>
    public static bool TryParse(
        string text, [NotNullWhen(true)] out ImageReference? reference, [NotNullWhen(false)] out string? problem)
    {
        problem = Identifier.TryParse(text, out reference, out ReferenceError error)
            ? null
            : error.ToException(text, "an image reference").Message;
        return problem is null;
    }
}
