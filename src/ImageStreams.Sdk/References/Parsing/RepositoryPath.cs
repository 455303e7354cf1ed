namespace ImageStreams.References;

/// <summary>How much of a repository's text names the images in it: all but a tag and a digest.</summary>
/// <remarks>
/// Made to be remembered beside the text, of which it says nothing new: any two are equal, so that a record that
/// remembers equals one that does not. The default value is one that is not known yet. A single number, which a thread
/// may write while another reads.
/// </remarks>
internal readonly struct RepositoryPath : IEquatable<RepositoryPath>
{
    private const int Invalid = -1;

    /// <summary>The length and one, so that 0 is left to mean that nobody has asked.</summary>
    private readonly int _state;

    private RepositoryPath(int state) => _state = state;

    /// <summary>Whether somebody has asked.</summary>
    public bool IsComputed => _state != 0;

    /// <summary>Whether the text is a reference at all.</summary>
    public bool IsValid => _state > 0;

    /// <summary>The length of the path; 0 when the repository is a registry alone.</summary>
    public int Length => _state - 1;

    /// <summary>Reads a repository; allocates nothing.</summary>
    public static RepositoryPath FromRepository(string repository) =>
        new(ReferenceScanner.TryScan(repository, out var layout, out _) ? layout.Name.Start + layout.Name.Length + 1 : Invalid);

    /// <inheritdoc/>
    public bool Equals(RepositoryPath other) => true;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RepositoryPath;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;
}
