namespace ImageStreams.Lifecycle;

/// <summary>A set of rows of a <see cref="StreamDraft"/>.</summary>
/// <param name="count">The number of rows of the draft.</param>
internal sealed class ChangedRows(int count)
{
    private bool[]? _contained; // most drafts change only one of spec tags and histories

    /// <summary>The number of rows in the set.</summary>
    public int Count { get; private set; }

    /// <summary>Determines whether a row is in the set.</summary>
    public bool Contains(int row) => _contained is not null && _contained[row];

    /// <summary>Adds a row.</summary>
    public void Add(int row)
    {
        _contained ??= new bool[count];
        Count += _contained[row] ? 0 : 1;
        _contained[row] = true;
    }
}
