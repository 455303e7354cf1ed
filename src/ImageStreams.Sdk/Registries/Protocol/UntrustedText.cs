using ImageStreams.Internal;

namespace ImageStreams.Registries;

/// <summary>Prepares text of a registry for messages and logs.</summary>
internal static class UntrustedText
{
    private const int DefaultMaxLength = 256;

    /// <summary>Limits the length and replaces control characters with blanks.</summary>
    public static string Clean(string text, int maxLength = DefaultMaxLength) => string.Create(
        PrintableText.Cut(text, maxLength).Length,
        text,
        static (target, source) =>
        {
            for (var i = 0; i < target.Length; i++)
            {
                target[i] = char.IsControl(source[i]) ? ' ' : source[i];
            }
        });
}
