using System.Diagnostics.CodeAnalysis;
using ImageStreams.Internal;

namespace ImageStreams.Importing;

/// <summary>The platform of an image: operating system and processor architecture.</summary>
public sealed record Platform
{
    /// <summary>The default platform: linux/amd64, as in OpenShift.</summary>
    public static Platform Default { get; } = new();

    /// <summary>The processor architecture; empty reads as <c>amd64</c>.</summary>
    public string Architecture { get; init => field = OrDefault(value, "amd64"); } = "amd64";

    /// <summary>The operating system; empty reads as <c>linux</c>.</summary>
    public string Os { get; init => field = OrDefault(value, "linux"); } = "linux";

    /// <summary>Parses a platform.</summary>
    /// <param name="text">The text, such as <c>linux/amd64</c>.</param>
    /// <returns>The platform.</returns>
    /// <exception cref="FormatException"><paramref name="text"/> is not an operating system and an architecture, separated by a
    /// slash.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static Platform Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var platform)
            ? platform
            : throw new FormatException($"'{PrintableText.Escape(text, 80)}' is not a platform such as linux/amd64.");
    }

    /// <summary>Parses a platform, or reports that the text is not one.</summary>
    /// <param name="text">The text, such as <c>linux/amd64</c>.</param>
    /// <param name="platform">The platform; <see langword="null"/> when the text is not one.</param>
    /// <returns><see langword="true"/> when the text is a platform.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Platform? platform)
    {
        platform = text?.Split('/') is [{ Length: > 0 } os, { Length: > 0 } architecture]
            ? new Platform { Os = os, Architecture = architecture }
            : null;
        return platform is not null;
    }

    /// <summary>Returns operating system and architecture, such as <c>linux/amd64</c>.</summary>
    public override string ToString() => $"{Os}/{Architecture}";

    private static string OrDefault(string? value, string instead) => string.IsNullOrEmpty(value) ? instead : value;
}
