namespace ImageStreams.Manifests;

/// <summary>The place of a value behind its key or dash: after the anchor, which stays, and without the tag, which does not.</summary>
internal readonly struct ValueSlot
{
    private ValueSlot(int start, bool hasAnchor, int valueStart, TextSpan tagBefore, TextSpan tagAfter)
    {
        Start = start;
        HasAnchor = hasAnchor;
        ValueStart = valueStart;
        Tag = tagBefore;
        TagAfter = tagAfter;
    }

    /// <summary>The offset after the colon, the dash, or the anchor.</summary>
    public int Start { get; }

    /// <summary>Gets a value indicating whether an anchor stands before the slot.</summary>
    public bool HasAnchor { get; }

    /// <summary>The first character that is replaced: that of the value, or the start of the slot when a tag stands between.</summary>
    public int ValueStart { get; }

    /// <summary>The tag before the anchor; none otherwise.</summary>
    public TextSpan Tag { get; }

    /// <summary>The place of the tag behind the slot, with the blanks before it; none otherwise.</summary>
    public TextSpan TagAfter { get; }

    /// <summary>Finds the slot of a value.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The offset after the colon or dash.</param>
    /// <param name="valueStart">The first character of the value.</param>
    public static ValueSlot Find(EditText text, int start, int valueStart)
    {
        var slot = start;
        var tag = TextSpan.None;
        var last = TextSpan.None;
        for (var at = text.SkipBlanks(start); at < valueStart && text.Text[at] is '&' or '!'; at = text.SkipBlanks(last.End))
        {
            last = new TextSpan(at, FindWordEnd(text.Text, at, valueStart));
            (slot, tag) = text.Text[at] == '&' ? (last.End, tag) : (slot, last);
        }

        if (tag.Start < 0)
        {
            return new ValueSlot(slot, slot > start, valueStart, TextSpan.None, TextSpan.None);
        }

        return tag.Start < slot
            ? new ValueSlot(slot, slot > start, valueStart, new TextSpan(start, tag.End), TextSpan.None)
            : new ValueSlot(slot, slot > start, slot, TextSpan.None, new TextSpan(slot, tag.End));
    }

    private static int FindWordEnd(string text, int at, int limit)
    {
        while (at < limit && !char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
