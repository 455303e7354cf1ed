namespace ImageStreams.Registries;

/// <summary>Makes text that a registry wrote fit for messages and logs.</summary>
internal static class UntrustedText
{
    private const int DefaultMaxLength = 256;

    /// <summary>Caps the text and replaces control characters with spaces.</summary>
    public static string Clean(string text, int maxLength = DefaultMaxLength) => string.Create(
        Math.Min(text.Length, maxLength),
        text,
        static (target, source) =>
        {
            for (var i = 0; i < target.Length; i++)
            {
                target[i] = char.IsControl(source[i]) ? ' ' : source[i];
            }
        });
}
