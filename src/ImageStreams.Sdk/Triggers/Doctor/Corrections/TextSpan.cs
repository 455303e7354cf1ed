namespace ImageStreams.Triggers;

/// <summary>A span of a UTF-8 text; the default value is a span that does not exist.</summary>
internal readonly record struct TextSpan(int Start, int End)
{
    public bool Exists => End > 0;
}
