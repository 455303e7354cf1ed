namespace ImageStreams.Manifests;

/// <summary>Reads a part of a text without copying it.</summary>
internal sealed class SpanReader(string text, int start, int end) : TextReader
{
    private int _at = start;

    public override int Peek() => _at < end ? text[_at] : -1;

    public override int Read() => _at < end ? text[_at++] : -1;

    public override int Read(Span<char> buffer)
    {
        var count = Math.Min(buffer.Length, end - _at);
        text.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));
}
