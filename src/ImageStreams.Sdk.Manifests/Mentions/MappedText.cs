using System.Text;

namespace ImageStreams.Manifests;

/// <summary>A text put together of parts of a file, with the place of each character.</summary>
internal sealed class MappedText
{
    private readonly StringBuilder _builder = new();
    private readonly List<(int Offset, int Source)> _parts = [];
    private string? _text;

    /// <summary>The text.</summary>
    public string Text => _text ??= _builder.ToString();

    /// <summary>Creates a text of one part of a file.</summary>
    public static MappedText Create(string source, int start, int end)
    {
        var text = new MappedText();
        text.Append(source, start, end);
        return text;
    }

    /// <summary>Adds a part of the file.</summary>
    public void Append(string source, int start, int end)
    {
        if (end <= start)
        {
            return;
        }

        _parts.Add((_builder.Length, start));
        _builder.Append(source, start, end - start);
        _text = null;
    }

    /// <summary>Gets the span in the file from the first to the last character of a part that is not empty.</summary>
    public TextSpan ToSource(int start, int end) => new(ToSource(start), ToSource(end - 1) + 1);

    /// <summary>Splits a part of the text at the seams of the file.</summary>
    public IEnumerable<MentionPiece> ToPieces(int start, int end, string? variable = null)
    {
        for (var part = start < end ? FindPart(start) : _parts.Count; part < _parts.Count && _parts[part].Offset < end; part++)
        {
            var from = Math.Max(start, _parts[part].Offset);
            var to = part + 1 < _parts.Count ? Math.Min(end, _parts[part + 1].Offset) : end;
            yield return new MentionPiece(Text[from..to], _parts[part].Source + from - _parts[part].Offset, variable);
        }
    }

    private int ToSource(int offset)
    {
        var (start, source) = _parts[FindPart(offset)];
        return source + offset - start;
    }

    /// <summary>Finds the last part that begins at an offset or before it.</summary>
    private int FindPart(int offset)
    {
        var (low, high) = (0, _parts.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _parts[middle].Offset <= offset ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
