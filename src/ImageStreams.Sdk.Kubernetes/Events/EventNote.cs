namespace ImageStreams.Kubernetes;

/// <summary>The text of an Event, and the object that it is about.</summary>
/// <param name="Object">The object that it is about.</param>
/// <param name="Reason">The reason, such as <c>ImageImported</c>.</param>
/// <param name="Text">The text; cut when it is too long for the API.</param>
/// <param name="IsWarning">True for what somebody should look at.</param>
internal sealed record EventNote(EventObject Object, string Reason, string Text, bool IsWarning = false)
{
    private const int MaxLength = 1000;

    /// <summary>The text, as long as the API takes it: 1,024 bytes.</summary>
    public string Text { get; } = Cut(Text);

    private static string Cut(string text)
    {
        var end = Math.Min(text.Length, MaxLength);
        while (System.Text.Encoding.UTF8.GetByteCount(text.AsSpan(0, end)) > MaxLength)
        {
            end -= 1 + (end / MaxLength);
        }

        return end == text.Length ? text : text[..end] + "…";
    }
}
