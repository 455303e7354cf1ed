namespace ImageStreams.Manifests;

/// <summary>A name that stands in the file in one or more pieces, in this order.</summary>
internal sealed class PiecesTarget(IReadOnlyList<MentionPiece> pieces) : MentionTarget
{
    private readonly MentionPiece[] _pieces = [.. pieces.Where(piece => piece.Text.Length > 0)];

    /// <inheritdoc/>
    public override IReadOnlyList<MentionPiece> Pieces => _pieces;

    /// <inheritdoc/>
    public override string? FindObstacle(IReadOnlySet<int> shared)
    {
        var text = string.Concat(_pieces.Select(piece => piece.Text));
        var image = ImageText.Parse(text);
        var tag = image.Repository.Length + 1;
        var digest = text.Length - image.Digest.Length;
        var isWhole = FindPiece(tag, tag + image.Tag.Length) >= 0 && FindPiece(digest, text.Length) >= 0;
        if (!isWhole)
        {
            return MentionTexts.SplitParts;
        }

        return shared.Contains(_pieces[^1].Start) ? MentionTexts.SharedPart : null;
    }

    /// <inheritdoc/>
    public override bool TryEdit(string before, string after, IReadOnlySet<int> shared, MentionChanges changes)
    {
        var start = before.AsSpan().CommonPrefixLength(after);
        var most = Math.Min(before.Length, after.Length) - start;
        var kept = 0;
        while (kept < most && before[^(kept + 1)] == after[^(kept + 1)])
        {
            kept++;
        }

        var end = before.Length - kept;
        var found = FindPiece(start, end);
        if (found < 0 || shared.Contains(_pieces[found].Start))
        {
            return false;
        }

        var source = _pieces[found].Start - GetOffset(found);
        changes.Add(new TextPatch(source + start, source + end, after[start..^kept], 0));
        return true;
    }

    /// <summary>Finds the piece that a part of the name is in: of an empty part, the piece before it; -1 when it is in several.</summary>
    private int FindPiece(int start, int end)
    {
        var offset = 0;
        for (var i = 0; i < _pieces.Length; i++)
        {
            var next = offset + _pieces[i].Text.Length;
            if (start < next || i == _pieces.Length - 1 || (start == end && start <= next))
            {
                return end <= next || start == end ? i : -1;
            }

            offset = next;
        }

        return -1;
    }

    private int GetOffset(int piece) => _pieces[..piece].Sum(one => one.Text.Length);
}
