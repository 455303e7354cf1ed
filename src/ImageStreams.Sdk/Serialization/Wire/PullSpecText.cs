namespace ImageStreams.Serialization;

/// <summary>A pull spec kept in two parts, so that it can share its digest with the name of its image.</summary>
/// <remarks>
/// A history repeats one repository, and each event has its digest twice: sharing both halves the memory of a large stream,
/// and with it the time to read one. The text is composed on demand. Every text is cut at its last <c>@</c>, so that equal
/// texts have equal parts.
/// </remarks>
internal readonly record struct PullSpecText
{
    private PullSpecText(string repository, string? digest)
    {
        Repository = repository;
        Digest = digest;
    }

    /// <summary>
    /// The text before the last <c>@</c>, or the whole text. Null in the default value, which is the empty text.
    /// </summary>
    public string? Repository { get; }

    /// <summary>The text after the last <c>@</c>, or null when there is none.</summary>
    public string? Digest { get; }

    /// <summary>The whole text.</summary>
    public string Text => Digest is null ? Repository ?? "" : $"{Repository}@{Digest}";

    /// <summary>Splits a text; an empty one is the default value.</summary>
    public static PullSpecText From(string text)
    {
        if (text.Length == 0)
        {
            return default;
        }

        var at = text.LastIndexOf('@');
        return at < 0 ? new(text, null) : new(text[..at], text[(at + 1)..]);
    }

    /// <summary>Joins two parts; the digest must not contain an <c>@</c>.</summary>
    public static PullSpecText From(string repository, string digest) => new(repository, digest);
}
