namespace ImageStreams.Triggers;

/// <summary>A part of a UTF-8 text; the default value is a part that is not there.</summary>
internal readonly record struct TextSpan(int Start, int End)
{
    public bool Exists => End > 0;
}
