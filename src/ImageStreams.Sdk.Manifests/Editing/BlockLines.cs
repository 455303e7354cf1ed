namespace ImageStreams.Manifests;

/// <summary>The lines of the children of a collection in block style, with the comments that belong to them.</summary>
internal sealed class BlockLines(EditContext context, ContainerEdit container)
{
    private readonly int[] _starts = ChildStarts.Find(context, container);

    private EditText Text => context.Text;

    /// <summary>Gets the first character of a child: its key, or its dash.</summary>
    public int GetStart(int index) => _starts[index];

    /// <summary>Gets a value indicating whether nothing stands before a child on its line.</summary>
    public bool IsOnOwnLine(int index) => Text.IsFirstOnLine(_starts[index]);

    /// <summary>Finds the end of the last line of a child, its comment included; and the empty lines that belong to its text.</summary>
    public int FindEnd(int index)
    {
        var end = Text.FindLineEnd(GetEnd(index));
        var leaf = context.Tree.Nodes[context.Tree.Nodes[container.Children[index]].Next - 1];
        return BlockHeader.IsBlockText(leaf) && BlockHeader.Find(Text.Text, leaf).KeepsLineEnds ? SkipBlankLines(end) : end;
    }

    /// <summary>Finds the lines of children that are removed: with the comments above, and the empty lines that would be too
    /// many.</summary>
    public TextSpan FindRemoval(int first, int last)
    {
        var end = Text.FindLineEnd(GetEnd(last));
        if (first == 0 && !IsOnOwnLine(0))
        {
            return new TextSpan(_starts[0], SkipToText(end));
        }

        var start = FindCommentStart(first);
        if (IsAtEmptyLine(end))
        {
            start = SkipBlankLinesBack(start, first);
        }

        return TrimLineEnd(start, end, first);
    }

    /// <summary>Finds where the first line of the first child that stays begins, with the comments above.</summary>
    public int FindFirstKeptStart()
    {
        var index = 0;
        while (container.IsRemoved(index))
        {
            index++;
        }

        return FindCommentStart(index);
    }

    /// <summary>Finds where a new first child begins when the first one stands behind a dash.</summary>
    public int FindInlineStart()
    {
        foreach (var (first, last) in container.ListRemovedRuns())
        {
            return first == 0 ? FindRemoval(first, last).End : _starts[0];
        }

        return _starts[0];
    }

    private int GetEnd(int index) => context.Tree.Nodes[container.Children[index]].End;

    /// <summary>Skips line ends and the blanks of the next line that is not empty.</summary>
    private int SkipToText(int lineEnd)
    {
        var at = lineEnd;
        while (at < Text.Text.Length && char.IsWhiteSpace(Text.Text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>Finds the start of the lines of a child: that of the comments directly above it in the same column. Those above the
    /// first child of a document are about the document.</summary>
    private int FindCommentStart(int index)
    {
        var start = Text.FindLineStart(_starts[index]);
        if (index == 0 && container.Node == 0)
        {
            return start;
        }

        var column = Text.GetColumn(_starts[index]);
        var bound = FindBound(index);
        while (start > 0 && Text.FindLineStart(start - 1) is var above && above > bound && IsComment(above, column))
        {
            start = above;
        }

        return start;
    }

    private bool IsComment(int lineStart, int column)
    {
        var line = Text.Text.AsSpan(lineStart, Text.FindLineEnd(lineStart) - lineStart);
        return line.Length > column && line[column] == '#' && line[..column].IndexOfAnyExcept(' ') < 0;
    }

    /// <summary>Finds the end of what stands before a child.</summary>
    private int FindBound(int index) =>
        index > 0 ? GetEnd(index - 1) : Math.Max(context.Tree.Nodes[container.Node].KeyEnd, 0);

    private bool IsAtEmptyLine(int lineEnd)
    {
        var next = Text.SkipLineEnd(lineEnd);
        return next >= Text.Text.Length || Text.IsBlankLine(next);
    }

    private int SkipBlankLines(int lineEnd)
    {
        var next = Text.SkipLineEnd(lineEnd);
        while (next > lineEnd && next < Text.Text.Length && Text.IsBlankLine(next))
        {
            lineEnd = Text.FindLineEnd(next);
            next = Text.SkipLineEnd(lineEnd);
        }

        return lineEnd;
    }

    private int SkipBlankLinesBack(int start, int index)
    {
        var bound = FindBound(index);
        while (!FollowsBlockText(index) && start > 0 && Text.FindLineStart(start - 1) is var above && above > bound
            && Text.IsBlankLine(above))
        {
            start = above;
        }

        return start;
    }

    private bool FollowsBlockText(int index) => index > 0 && BlockHeader.IsBlockText(context.Tree.Nodes[container.Children[index] - 1]);

    /// <summary>Adds the line end before the lines to them, so that a text without a last line end stays so; or that after them when
    /// they are the first, or when the one before belongs to a text.</summary>
    private TextSpan TrimLineEnd(int start, int end, int first)
    {
        if (start == 0)
        {
            return new TextSpan(0, Text.SkipLineEnd(end));
        }

        var isKept = end == Text.Text.Length && FollowsBlockText(first);
        return new TextSpan(isKept ? start : Text.FindPreviousLineEnd(start), end);
    }
}
