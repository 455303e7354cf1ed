using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ImageStreams.Controllers;

/// <summary>The time that a tag must have pointed to an image before triggers take it, as an annotation of the tag says.</summary>
/// <example><code>
/// metadata: { name: ruby }
/// spec:
///   tags:
///   - name: "3.3"
///     annotations: { imagestreams.io/maturity-delay: 30m }
/// </code></example>
public static class MaturityDelay
{
    /// <summary>
    /// The name of the annotation on a tag in the <c>spec</c> of a stream, <c>imagestreams.io/maturity-delay</c>. It counts in
    /// place of <see cref="TriggerControllerOptions.MaturityDelay"/>.
    /// </summary>
    public const string AnnotationName = "imagestreams.io/maturity-delay";

    private const int MaxLength = 32;
    private const long MaxSeconds = 366L * 24 * 60 * 60;

    /// <summary>The longest delay: 366 days.</summary>
    public static readonly TimeSpan Max = TimeSpan.FromSeconds(MaxSeconds);

    /// <summary>Reads a delay: whole numbers with the units <c>d</c>, <c>h</c>, <c>m</c> and <c>s</c>, such as <c>1h30m</c>.</summary>
    /// <param name="text">The text, at most 32 characters; <c>0s</c> for no delay.</param>
    /// <param name="delay">The delay, at most <see cref="Max"/>; zero when the text cannot be read.</param>
    /// <returns>True when the text is a delay.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out TimeSpan delay)
    {
        delay = TimeSpan.Zero;
        if (text is null or "" || text.Length > MaxLength)
        {
            return false;
        }

        var seconds = 0L;
        ReadOnlySpan<char> rest = text;
        while (!rest.IsEmpty)
        {
            if (!TryReadPart(ref rest, out var part) || (seconds += part) > MaxSeconds)
            {
                return false;
            }
        }

        delay = TimeSpan.FromSeconds(seconds);
        return true;
    }

    /// <summary>Reads a number and its unit from the beginning of a text.</summary>
    private static bool TryReadPart(ref ReadOnlySpan<char> text, out long seconds)
    {
        var length = text.IndexOfAnyExceptInRange('0', '9');
        seconds = 0;
        if (length <= 0
            || !int.TryParse(text[..length], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || GetSeconds(text[length]) is not { } unit)
        {
            return false;
        }

        seconds = number * unit;
        text = text[(length + 1)..];
        return true;
    }

    private static long? GetSeconds(char unit) => unit switch
    {
        'd' => 24 * 60 * 60,
        'h' => 60 * 60,
        'm' => 60,
        's' => 1,
        _ => null,
    };
}
