namespace ImageStreams.Serialization;

/// <summary>A pull spec kept in two parts, so that it can share its digest with the name of its image.</summary>
/// <remarks>
/// A history repeats one repository, and each event names its digest twice: sharing both halves the memory of a large
/// stream, and with it the time to read one. The text is put together when it is asked for. Cut at the last
/// <c>@</c> whatever stands around it, so equal texts have equal parts.
/// </remarks>
internal readonly record struct PullSpecText
{
    private PullSpecText(string repository, string? digest) => (Repository, Digest) = (repository, digest);

    /// <summary>
    /// What stands before the last <c>@</c>; the whole text when there is none. Null in the default value, which is the
    /// empty text.
    /// </summary>
    public string? Repository { get; }

    /// <summary>What stands behind the last <c>@</c>, or null when there is none.</summary>
    public string? Digest { get; }

    /// <summary>The whole text.</summary>
    public string Text => Digest is null ? Repository ?? "" : $"{Repository}@{Digest}";

    /// <summary>Takes a text apart; an empty one is the default value.</summary>
    public static PullSpecText From(string text) =>
        text.LastIndexOf('@') is var at and >= 0 ? new(text[..at], text[(at + 1)..])
        : text.Length > 0 ? new(text, null)
        : default;

    /// <summary>Puts parts together; the digest holds no <c>@</c>.</summary>
    public static PullSpecText From(string repository, string digest) => new(repository, digest);
}
