namespace ImageStreams.Manifests;

/// <summary>Maps lines and columns as XML counts them to offsets: a carriage return alone ends a line, too.</summary>
internal sealed class XmlLines
{
    private readonly int _length;
    private readonly List<int> _starts = [0];

    public XmlLines(string text)
    {
        _length = text.Length;
        for (var at = text.AsSpan().IndexOfAny('\r', '\n'); at >= 0;)
        {
            var isPair = text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n';
            var start = at + (isPair ? 2 : 1);
            _starts.Add(start);
            var next = text.AsSpan(start).IndexOfAny('\r', '\n');
            at = next < 0 ? -1 : start + next;
        }
    }

    /// <summary>Gets the offset of a line and a column, both beginning with 1.</summary>
    public int GetOffset(int line, int column) =>
        Math.Clamp(_starts[Math.Clamp(line - 1, 0, _starts.Count - 1)] + column - 1, 0, _length);
}
