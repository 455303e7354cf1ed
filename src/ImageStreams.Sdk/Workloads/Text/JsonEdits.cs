namespace ImageStreams.Workloads;

/// <summary>One or more edits of a text that do not overlap, made at once: everything between them stays as it is.</summary>
internal sealed class JsonEdits
{
    private readonly JsonEdit[] _edits;

    /// <summary>By how much everything before an edit has grown.</summary>
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

    /// <summary>Where the first edit begins; everything before it stays where it is.</summary>
    public int Start => _edits[0].Start;

    /// <summary>The text with all edits made.</summary>
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

    /// <summary>Where an offset that no edit replaces ends up.</summary>
    public int Shift(int offset)
    {
        var (low, high) = (0, _edits.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _edits[middle].End <= offset ? (middle + 1, high) : (low, middle);
        }

        return offset + _growth[low];
    }
}
