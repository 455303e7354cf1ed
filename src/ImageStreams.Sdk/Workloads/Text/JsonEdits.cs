namespace ImageStreams.Workloads;

/// <summary>One or more edits of a text that do not overlap; everything between them is kept.</summary>
internal sealed class JsonEdits
{
    private readonly JsonEdit[] _edits;

    /// <summary>The number of bytes by which the text before each edit has grown.</summary>
    private readonly int[] _growth;

    public JsonEdits(List<JsonEdit> edits)
    {
        edits.Sort(static (left, right) => left.Start.CompareTo(right.Start));
        _edits = [.. edits];
        _growth = new int[_edits.Length + 1];
        for (var i = 0; i < _edits.Length; i++)
        {
            _growth[i + 1] = checked(_growth[i] + _edits[i].Growth);
        }
    }

    /// <summary>The start of the first edit.</summary>
    public int Start => _edits[0].Start;

    /// <summary>Applies all edits to a text.</summary>
    public byte[] Apply(ReadOnlySpan<byte> text)
    {
        var edited = new byte[checked(text.Length + _growth[^1])];
        var (from, to) = (0, 0);
        foreach (var edit in _edits)
        {
            text[from..edit.Start].CopyTo(edited.AsSpan(to));
            to += edit.Start - from;
            edit.Replacement.CopyTo(edited.AsSpan(to));
            to += edit.Replacement.Length;
            from = edit.End;
        }

        text[from..].CopyTo(edited.AsSpan(to));
        return edited;
    }

    /// <summary>Gets the new offset of an offset that no edit replaces.</summary>
    public int Shift(int offset)
    {
        var low = 0;
        var high = _edits.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_edits[middle].End <= offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return offset + _growth[low];
    }
}
