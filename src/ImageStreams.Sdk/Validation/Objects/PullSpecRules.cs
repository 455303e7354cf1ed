using System.Diagnostics.CodeAnalysis;
using ImageStreams.References;

namespace ImageStreams.Validation;

/// <summary>Texts that must name an image.</summary>
internal static class PullSpecRules
{
    /// <summary>Whether a text is a pull spec, for those who need no more than that; allocates nothing.</summary>
    public static bool IsValid(string text) => ReferenceScanner.TryScan(text, out _, out _);

    /// <summary>Reads a pull spec; what is wrong with it is told only when something is.</summary>
    public static bool TryParse(
        string text, [NotNullWhen(true)] out ImageReference? reference, [NotNullWhen(false)] out string? problem)
    {
        problem = Identifier.TryParse(text, out reference, out ReferenceError fault) ? null
            : fault.ToException(text, "an image reference").Message;
        return problem is null;
    }
}
